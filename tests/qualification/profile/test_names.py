"""CRMs want first names and surnames apart: two surnames in Spanish, one in English."""

import pytest

from qualification.profile.names import split_name
from qualification.values import Language


@pytest.mark.parametrize(
    ("name", "language", "first", "last"),
    [
        ("Ana", "es", "Ana", ""),
        ("Ana Ruiz", "es", "Ana", "Ruiz"),
        ("Ana Ruiz Gil", "es", "Ana", "Ruiz Gil"),
        ("José Luis García", "es", "José Luis", "García"),
        ("José Luis de la Torre Sanz", "es", "José Luis", "de la Torre Sanz"),
        ("María del Carmen Pérez Soto", "es", "María del Carmen", "Pérez Soto"),
        ("María de los Ángeles", "es", "María de los Ángeles", ""),
        ("Carmen de los Ríos", "es", "Carmen", "de los Ríos"),
        ("Ana de", "es", "Ana", "de"),
        ("Juan Carlos", "es", "Juan Carlos", ""),
        ("Pedro Martín", "es", "Pedro", "Martín"),
        ("Ana Martín Ruiz", "es", "Ana", "Martín Ruiz"),
        ("Ana Ruiz de la Torre García", "es", "Ana", "Ruiz de la Torre García"),
        ("Noa Aitana Bermúdez Prats", "es", "Noa Aitana", "Bermúdez Prats"),
        ("José Ortega y Gasset", "es", "José", "Ortega y Gasset"),
        ("Ruiz Gil, Ana", "es", "Ana", "Ruiz Gil"),
        ("Sra. Ana Ruiz", "es", "Ana", "Ruiz"),
        ("Mary Ann Smith", "en", "Mary Ann", "Smith"),
        ("Ludwig van Beethoven", "en", "Ludwig", "van Beethoven"),
        ("Zelda Quill Hopper", "en", "Zelda Quill", "Hopper"),
        ("Zelda Quill van der Berg", "en", "Zelda Quill", "van der Berg"),
        ("Ana García López", "en", "Ana", "García López"),
        ("Ana Domínguez Prats", "en", "Ana", "Domínguez Prats"),
        ("Ryan James", "en", "Ryan", "James"),
        ("Dr. James O'Neil", "en", "James", "O'Neil"),
        ("Dr.", "en", "Dr.", ""),
        ("Ruiz,", "es", "Ruiz", ""),
        ("", "es", "", ""),
    ],
)
def test_a_name_has_two_parts(name: str, language: Language, first: str, last: str) -> None:
    assert split_name(name, language) == (first, last)
    assert split_name(f"  {name} ", language) == (first, last)
