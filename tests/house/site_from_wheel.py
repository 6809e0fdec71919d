"""Make the example site from an installed samenbeter, and print what is in it as JSON.

Run by the wheel test, in an environment without this checkout.
"""

from pathlib import Path
from samenbeter.demo import start
from samenbeter.demo import zope_conf

import json
import samenbeter
import sys


def main():
    """Make the site in the folder that is named, and report."""
    var = Path(sys.argv[1])
    conf = zope_conf.prepare(var)
    zope_conf.set_environment(var)
    start.log_to(var / "log")
    start.start_zope(conf)
    from samenbeter.demo import site

    with site.opened(8080) as app:
        site.make(app, var, lambda step: None)
        made = app[site.SITE_ID]
        found = {
            "package": str(Path(samenbeter.__file__).parent),
            "types": sorted(made.portal_types.objectIds()),
            "content": dict(made.portal_catalog.Indexes["portal_type"].uniqueValues(withLengths=True)),
        }
    start.close_database()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
