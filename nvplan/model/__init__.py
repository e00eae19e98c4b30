"""What a plan is: data classes and pure rules. Reads no file and knows no screen."""
