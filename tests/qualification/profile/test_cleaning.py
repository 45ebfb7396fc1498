"""Of what an outside service answers, only what is a value of its field is used."""

from qualification.profile.cleaning import LONGEST, clean_fields


def test_what_can_be_used_is_kept_in_our_form() -> None:
    told = {
        "company": "  Acme\nTools ",
        "company_domain": "https://www.Acme.es/about",
        "company_country": "es",
        "company_size": 120,
        "job_title": "Directora",
    }
    assert clean_fields(told) == {
        "job_title": "Directora",
        "company": "Acme Tools",
        "company_domain": "acme.es",
        "company_country": "ES",
        "company_size": "120",
    }


def test_everything_else_is_left_out() -> None:
    assert not clean_fields(
        {
            "email": "other@acme.es",
            "language": "en",
            "religion": "none",
            "company": "x" * (LONGEST + 1),
            "company_domain": "no domain here.com",
            "company_size": "plenty",
            "country": "Spain",
            "first_name": True,
            "last_name": ["Ruiz"],
            "region": "\u200b \n",
            "industry": None,
        }
    )
    assert not clean_fields({"company_domain": "localhost"})
