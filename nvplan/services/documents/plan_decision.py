"""What is to be decided of a plan, worded as if it had been; or what was decided, by whom and when."""

from __future__ import annotations

from nvplan.catalog import anchors
from nvplan.catalog.questions import plan_form
from nvplan.model.document import Block, Bullets, Heading, Paragraph
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.chapters import shown
from nvplan.services.documents.frame import standing_text
from nvplan.services.documents.plan_page import UNTIL_ANSWER, adopted
from nvplan.services.documents.statements import chosen_statements
from nvplan.services.documents.view import View
from nvplan.services.documents.words import when
from nvplan.texts import documents_page as page_texts

#: The answer that says when a plan is looked over.
REVIEW_ANSWER: dict[PlanKey, str] = {"gemensam": anchors.JOINT_REVISION, "kontinuitet": anchors.CONTINUITY_REVISION,
                                      "patientkontrakt": anchors.AGREEMENT_REVIEW}


def decision_blocks(view: View, plan: PlanKey, title: str, level: int = 1) -> list[Block]:
    """Return what the bodies are to decide, one action a point; of a decided plan, by whom and when it was."""
    info, form = view.state.info, plan_form(plan)
    if info.standing == "beslutad":
        return [Heading(level=level, text=page_texts.DECIDED), Paragraph(text=page_texts.decided(standing_text(info))),
                *by_body(view, plan)]
    told = adopted(view, plan)
    if told:
        return [Heading(level=level, text=page_texts.DECIDED), Paragraph(text=told)]
    items = [page_texts.ADOPTS.format(plan=title, county=view.session.county.name)]
    for identity, words in ((UNTIL_ANSWER[plan], page_texts.HOLDS), (REVIEW_ANSWER[plan], page_texts.REVIEWED)):
        answer = view.answer(form.by_id[identity])
        if answer.value is not None:
            text = shown(form.by_id[identity], answer)
            items.append(words.format(date=text, when=when(str(answer.value))))
    about = page_texts.PROPOSAL_ABOUT
    if view.is_one_body:
        about = page_texts.PROPOSAL_ALONE.format(region=view.session.county.region)
    return [Heading(level=level, text=page_texts.PROPOSAL), Paragraph(text=about),
            Bullets(items=tuple(items), numbered=True), *by_body(view, plan)]


def by_body(view: View, plan: PlanKey) -> list[Block]:
    """Return what each body has decided of the joint plan, told with names; the other plans have one body."""
    if plan != "gemensam":
        return []
    form = plan_form(plan)
    return chosen_statements(view, form, [form.by_id[anchors.JOINT_DECISIONS]], Appendix())
