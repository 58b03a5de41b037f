import hashlib
import subprocess
import sys

import pytest

from pressmark.digest import sha256_of


@pytest.mark.parametrize("length", [0, 1, 64, 4_000, 499_999, 500_000, 1_200_000])
def test_texts_of_any_length_have_the_digest_that_everybody_computes(length):
    data = b"h\xc3\xa9" * (length // 3) + b"x" * (length % 3)
    assert sha256_of(data) == hashlib.sha256(data).hexdigest()


def test_opening_an_article_does_not_load_openssl(tmp_path):
    code = "import sys; import pressmark.loading; print('_hashlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
