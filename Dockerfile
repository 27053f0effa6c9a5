# cjm in a container, with fonts for Chinese, Japanese and Korean:
#   docker build -t cjm . && docker run --rm -v "$PWD:/maps" cjm lint
# What is written belongs to you with --user "$(id -u):$(id -g)".
FROM python:3.13-slim-bookworm AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY cjm cjm
COPY templates templates
COPY schemas schemas
COPY examples examples
RUN python -m venv /opt/cjm \
    && /opt/cjm/bin/pip install --no-cache-dir --disable-pip-version-check .

FROM python:3.13-slim-bookworm
# Fonts and git have no version here: Debian keeps only the last one of a release. Maps that are
# mounted belong to another user, which git would refuse to read.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends fonts-noto-cjk git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*' \
    && useradd --create-home --uid 10001 cjm
COPY --from=build /opt/cjm /opt/cjm
ENV PATH="/opt/cjm/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1
USER 10001
WORKDIR /maps
ENTRYPOINT ["cjm"]
CMD ["lint"]
