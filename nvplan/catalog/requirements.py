"""Requirement sets and requirements: what is asked, how bindingly, of whom."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from nvplan.catalog.checking_requirements import requirement_faults, set_faults
from nvplan.catalog.faults import read_checked, read_with_own
from nvplan.catalog.location import data_folder, remembered
from nvplan.catalog.own import own_requirement_files
from nvplan.model.collation import nearest
from nvplan.model.errors import CatalogError, UnknownNameError
from nvplan.model.lineage import Lineage
from nvplan.model.plan import PlanInfo
from nvplan.model.requirement import PlanKey, Requirement, RequirementSet
from nvplan.texts import catalog as catalog_texts
from nvplan.texts import common as common_texts
from nvplan.texts import reports as reports_texts

SETS, FOLDER = "kravmangder.jsonl", "krav"


@remembered
def requirement_sets() -> Mapping[str, RequirementSet]:
    """Return the requirement sets by id.

    Raises:
        CatalogError: data/kravmangder.jsonl does not hold.
    """
    return {row.id: row for row in read_with_own(SETS, RequirementSet, set_faults)}


@remembered
def set_lineage() -> Lineage:
    """Return which sets replace which."""
    return Lineage({row.id: (row.replaces,) if row.replaces else () for row in requirement_sets().values()})


def requirement_files() -> list[str]:
    """Return the names of the files with requirements in order, those that the county has added last."""
    return [*sorted(f"{FOLDER}/{path.name}" for path in (data_folder() / FOLDER).glob("*.jsonl")),
            *own_requirement_files()]


@remembered
def requirements() -> Mapping[str, Requirement]:
    """Return every requirement of every set by id.

    Raises:
        CatalogError: a file in data/krav does not hold.
    """
    found: dict[str, Requirement] = {}
    for name in requirement_files():
        check = partial(requirement_faults, sets=requirement_sets(), before=found.keys())
        found.update({row.id: row for row in read_checked(name, Requirement, check)})
    return found


def latest_verified() -> str:
    """Return the set that a new plan starts from: the last in the file that was read in full and is no proposal.

    Raises:
        CatalogError: data/kravmangder.jsonl has no such set.
    """
    whole = [row.id for row in requirement_sets().values()
             if row.verified and row.complete and not row.always and not row.is_proposed]
    if not whole:
        raise CatalogError(catalog_texts.FAULT_NO_SET)
    return whole[-1]


def find_set(wanted: str) -> RequirementSet:
    """Return the set with this id, case ignored.

    Raises:
        UnknownNameError: there is none; the sentence names the ones that a plan can be made from.
    """
    known = {identity.lower(): row for identity, row in requirement_sets().items()}
    found = known.get(wanted.strip().lower())
    if found is None:
        choosable = [row.id for row in requirement_sets().values() if not row.always]
        raise UnknownNameError(common_texts.unknown_name(common_texts.WHAT_SET, wanted, choosable, ""))
    return found


def plan_sets(info: PlanInfo) -> Mapping[str, RequirementSet]:
    """Return the sets as a plan names them: a proposal that the county says is in force carries its own reference.

    A set that the plan names and that this catalogue does not have is there too, and says so wherever it is named: the
    plan was made with another data folder, and what it holds can still be read.
    """
    own = {identity: known.model_copy(update={
        "label": reports_texts.OWN_STANDING.format(label=known.label_with(reference)), "standing": "gallande",
        "always": True}) for identity, reference in info.own_standing.items()
        if (known := requirement_sets().get(identity)) is not None and known.is_proposed}
    absent = {identity: _absent(identity) for identity in (info.requirement_set, *info.own_standing)
              if identity not in requirement_sets()}
    return {**requirement_sets(), **absent, **own}


def _absent(identity: str) -> RequirementSet:
    """Return what stands in for a set that is not in the catalogue."""
    label = common_texts.SET_ABSENT.format(set=identity)
    return RequirementSet(id=identity, title=label, label=label, named=label, standing="avslutad", verified=False,
                          complete=False)


def is_proposed(requirement: Requirement) -> bool:
    """Whether a requirement binds nobody yet: its set is proposed, and no county has said that it is in force."""
    return requirement_sets()[requirement.set].is_proposed and requirement.title != requirement.title_in_force


def sets_label(info: PlanInfo) -> str:
    """Return the name of the plan's set, and of every proposal that the county itself says is in force beside it."""
    return "; ".join((plan_sets(info)[info.requirement_set].label, *_labels_beside(info)))


def sets_told(info: PlanInfo) -> str:
    """Return the same for the reader of a plan, who has not met the set before."""
    return "; ".join((set_told(info.requirement_set, info.years.span, plan_sets(info)), *_labels_beside(info)))


def _labels_beside(info: PlanInfo) -> list[str]:
    sets = plan_sets(info)
    return [sets[one].label for one in info.own_standing if one in sets and one != info.requirement_set]


def set_told(identity: str, years: str, sets: Mapping[str, RequirementSet]) -> str:
    """Return a plan's set where a reader meets it the first time: what it means that its agreement has ended.

    `years` are the plan's, as they are told. A set that stands, or that is not the latest verified one, has its label.
    """
    its_set = sets[identity]
    if its_set.standing != "avslutad" or identity != latest_verified():
        return its_set.label
    return reports_texts.set_told(its_set.name, years)


def requirements_in_force(chosen: PlanInfo | str, plan: PlanKey | None = None) -> list[Requirement]:
    """Return what a plan, or a plan made from a set, meets: the set itself and what stands beside it.

    A proposal that the county says is in force reads as such. Nothing aimed at SKR alone is included: a county has
    nothing to tick there.
    """
    own: Collection[str] = () if isinstance(chosen, str) else chosen.own_standing
    chosen_set = chosen if isinstance(chosen, str) else chosen.requirement_set
    beside = {row.id for row in requirement_sets().values() if row.always} | set(own)
    found = [row.in_force() if row.set in own and row.title_in_force else row
              for row in requirements().values() if row.set == chosen_set or row.set in beside]
    return [row for row in found
            if (plan is None or plan in row.plans) and set(row.addressees) != {"skr"}]


def find_requirement(wanted: str) -> Requirement:
    """Return the requirement with this id, case ignored.

    Raises:
        UnknownNameError: there is none; the sentence names the nearest ids.
    """
    known = {identity.lower(): row for identity, row in requirements().items()}
    found = known.get(wanted.strip().lower())
    if found is None:
        raise UnknownNameError(
            common_texts.unknown_name(common_texts.WHAT_REQUIREMENT, wanted, nearest(wanted, requirements()), "")
        )
    return found
