"""Tests of meetings, without a screen."""
