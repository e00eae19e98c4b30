"""What every store owes the rest of nvplan: on contents and revision, never on bytes."""
