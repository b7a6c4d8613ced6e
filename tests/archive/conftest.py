import pytest

from jianbao.authority import Authority, Division, Subject
from jianbao.settings import Newspaper, Settings


@pytest.fixture(scope="session")
def authority() -> Authority:
    divisions = [
        Division("330000", "浙江省", "浙江省", "province", ""),
        Division("330100", "杭州市", "浙江省/杭州市", "city", "330000"),
        Division("330106", "西湖区", "浙江省/杭州市/西湖区", "county", "330100"),
        Division("330200", "宁波市", "浙江省/宁波市", "city", "330000"),
    ]
    return Authority(
        {division.code: division for division in divisions},
        subjects=(Subject("职工教育", scope="职工的学历和技能教育"),),
    )


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings(title="剪报", newspapers=(Newspaper("浙江工人日报", "浙江省"),))
