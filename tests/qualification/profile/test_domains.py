"""A business address tells whose company it is; a private one tells nothing."""

import pytest

from qualification.profile.domains import (
    company_domain,
    company_name,
    country_of_domain,
    mail_kind,
    split_domain,
)


@pytest.mark.parametrize(
    ("domain", "registered"),
    [
        ("acme.es", "acme.es"),
        ("mail.acme.es", "acme.es"),
        ("acme.co.uk", "acme.co.uk"),
        ("post.acme.com.mx", "acme.com.mx"),
        ("acme.gv.at", "acme.gv.at"),
        ("com.mx", "com.mx"),
        ("Acme.ES.", "acme.es"),
    ],
)
def test_the_registered_name_stands_before_the_ending(domain: str, registered: str) -> None:
    parts = split_domain(domain)
    assert parts is not None
    assert parts.registered == registered


@pytest.mark.parametrize("text", ["", "localhost", "acme..es", "."])
def test_what_is_no_domain_tells_nothing(text: str) -> None:
    assert split_domain(text) is None
    assert company_name(text) is None
    assert country_of_domain(text) is None
    assert company_domain(f"ana@{text}") is None


@pytest.mark.parametrize(
    ("domain", "kind"),
    [
        ("gmail.com", "personal"),
        ("yahoo.com.mx", "personal"),
        ("hotmail.es", "personal"),
        ("telefonica.net", "personal"),
        ("web.de", "personal"),
        ("privaterelay.appleid.com", "personal"),
        ("pepa.wordpress.com", "personal"),
        ("localhost", "personal"),
        ("yopmail.com", "disposable"),
        ("my-tempmail24.io", "disposable"),
        ("cool.fr.nf", "disposable"),
        ("alumnos.uni.edu.mx", "education"),
        ("college.ac.uk", "education"),
        ("mit.edu", "education"),
        ("acme.es", "business"),
        ("gmail.acme.es", "business"),
        ("acme.onmicrosoft.com", "business"),
    ],
)
def test_an_address_is_of_a_company_a_school_anybody_or_nobody(domain: str, kind: str) -> None:
    assert mail_kind(domain) == kind


@pytest.mark.parametrize(
    ("email", "domain", "name"),
    [
        ("ana@acme-tools.es", "acme-tools.es", "Acme Tools"),
        ("ana@ventas.acme.co.uk", "acme.co.uk", "Acme"),
        ("ana@talleres_ruiz.com.mx", "talleres_ruiz.com.mx", "Talleres Ruiz"),
        ("ana@grupo-vega-sl.es", "grupo-vega-sl.es", "Grupo Vega"),
        ("ana@el-roble.es", "el-roble.es", "El Roble"),
        ("ana@ibx.com", "ibx.com", "IBX"),
        ("ana@bcgh.com", "bcgh.com", "BCGH"),
        ("ana@roble2000.es", "roble2000.es", "Roble 2000"),
        ("ana@acme.onmicrosoft.com", "acme.onmicrosoft.com", "Acme"),
        ("ana@xn--caas-hqa.es", "xn--caas-hqa.es", "Cañas"),
    ],
)
def test_a_company_may_be_called_like_its_domain(email: str, domain: str, name: str) -> None:
    assert company_domain(email) == domain
    assert company_name(domain) == name


@pytest.mark.parametrize("email", ["ana@gmail.com", "ana@mailinator.com", "ana@uni.edu", "ana"])
def test_other_addresses_are_no_companys(email: str) -> None:
    assert company_domain(email) is None


def test_a_site_of_tenants_has_no_name_without_one() -> None:
    assert company_name("onmicrosoft.com") is None
    assert company_name("-.es") is None
    assert company_name("xn--\u00e9.es") is None


@pytest.mark.parametrize(
    ("domain", "country"),
    [
        ("acme.es", "ES"),
        ("acme.co.uk", "GB"),
        ("acme.com.co", "CO"),
        ("acme.co", None),
        ("acme.io", None),
        ("acme.com", None),
        ("acme.tools", None),
    ],
)
def test_the_ending_of_a_country_tells_it_unless_it_is_sold_to_everybody(
    domain: str, country: str | None
) -> None:
    assert country_of_domain(domain) == country
