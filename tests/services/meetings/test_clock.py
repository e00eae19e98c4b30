"""The clock of a meeting counts down, then up; nothing but a person starts or stops it."""

from __future__ import annotations

from nvplan.services.meetings.clock import MeetingClock


class Seconds:
    """A time that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_counts_down_and_at_zero_up_and_stops_nothing() -> None:
    seconds = Seconds()
    clock = MeetingClock(seconds)
    assert clock.told == ""
    clock.set(2)
    assert clock.told == "paus, 2:00 kvar"
    clock.start()
    seconds.now = 30.4
    assert clock.told == "1:30 kvar"
    seconds.now = 120
    assert clock.told == "0:00 kvar"
    seconds.now = 195
    assert clock.told == "1:15 över"
    assert clock.is_running


def test_a_pause_costs_nothing_and_starting_twice_changes_nothing() -> None:
    seconds = Seconds()
    clock = MeetingClock(seconds)
    clock.set(10)
    clock.start()
    seconds.now = 60
    clock.pause()
    seconds.now = 500
    assert clock.told == "paus, 9:00 kvar"
    clock.start()
    seconds.now = 530
    clock.start()
    seconds.now = 560
    assert clock.told == "8:00 kvar"


def test_it_goes_on_from_what_was_used_before_a_power_cut() -> None:
    seconds = Seconds()
    clock = MeetingClock(seconds)
    clock.set(10, used=200)
    seconds.now = 4000
    assert clock.told == "paus, 6:40 kvar"
    assert not clock.is_running
