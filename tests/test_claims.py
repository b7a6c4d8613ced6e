"""Claims compete; losers are kept."""

from jianbao.claims import Claim, settle


def test_the_heaviest_sum_wins_and_leads() -> None:
    claims = [Claim("L1", "body", "a", 1.0), Claim("L1", "headline", "b", 1.5), Claim("L1", "body", "c", 0.8)]
    verdict = settle("L1", claims)
    assert (verdict.value, verdict.weight) == ("body", 1.8)
    assert [claim.rule for claim in verdict.claims] == ["a", "c", "b"]


def test_a_claim_may_speak_against() -> None:
    assert settle("L1", [Claim("L1", "body", "a", 0.5), Claim("L1", "headline", "b", -1.0)]).value == "body"


def test_nobody_claims_nothing() -> None:
    assert settle("L1", []).value == ""
