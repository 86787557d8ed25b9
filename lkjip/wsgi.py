"""The entry for a web server: `gunicorn lkjip.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lkjip.settings")
application = get_wsgi_application()
