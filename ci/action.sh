#!/usr/bin/env bash
# The steps of action.yml: install, lint, diff, comment. Everything comes in through the environment.
set -euo pipefail

home="${RUNNER_TEMP:?}/cjm"

install() {
  local python
  # -I: no module of the repository takes the place of one of Python's.
  for python in python3.13 python3.12 python3.11 python3 python; do
    if "$python" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      "$python" -I -m venv "$home/venv"
      "$home/venv/bin/python" -I -m pip install --quiet --disable-pip-version-check "${GITHUB_ACTION_PATH:?}"
      return
    fi
  done
  say error "cjm needs Python 3.11 or newer; put actions/setup-python before it"
  return 1
}

lint() {
  local arguments=() paths=() path code=0
  local sarif="$home/lint.sarif" markdown="$home/lint.md"
  mkdir -p "$home"
  rm -f "$sarif" "$markdown"
  if [ -n "${CJM_PROFILE:-}" ]; then arguments+=("--profile=$CJM_PROFILE"); fi
  if [ -n "${CJM_FAIL_ON:-}" ]; then arguments+=("--fail-on=$CJM_FAIL_ON"); fi
  while IFS= read -r path; do
    path="${path%$'\r'}"
    if [ -n "$path" ]; then paths+=("$path"); fi
  done <<<"${CJM_PATHS:-.}"

  "$home/venv/bin/cjm" lint --output-format github \
    --output-format "sarif:$sarif" --output-format "markdown:$markdown" \
    ${arguments[@]+"${arguments[@]}"} -- ${paths[@]+"${paths[@]}"} || code=$?

  # What could not be linted has no report: the steps that follow are passed over.
  if [ -f "$sarif" ]; then hand_on sarif-file "$sarif"; fi
  if [ -f "$markdown" ]; then
    hand_on markdown-file "$markdown"
    summarise "$markdown"
  fi
  return "$code"
}

# Compares the checkout with where it left the branch that the pull request goes into.
diff() {
  local markdown="$home/diff.md" log="$home/diff.log" arguments=() base range code=0
  mkdir -p "$home"
  rm -f "$markdown" "$log"
  if [ -z "${GITHUB_BASE_REF:-}" ]; then
    echo "no pull request here, and so nothing to compare"
    return
  fi
  base="$(base_commit)" || return
  range="$base...HEAD"
  if [ "$(git merge-base "$base" HEAD)" = "$(git rev-parse HEAD)" ]; then
    say notice "the checkout holds nothing but the base branch, so no maps were compared; check out the pull request"
    return
  fi
  # For cjm a path that is there comes before a revision of the same name.
  if [ -e "$range" ] || [ -L "$range" ]; then
    say error "a file is called like the commits that are compared; rename it"
    return 2
  fi

  "$home/venv/bin/cjm" diff --exit-code --output-format markdown "$range" >"$markdown" 2>"$log" || code=$?
  if [ "$code" -gt 1 ]; then
    not_compared "$markdown" "$log" "$code"
    return
  fi
  hand_on diff-file "$markdown"
  if [ "$code" = 1 ]; then
    hand_on changed true
    summarise "$markdown"
  fi
  if [ -n "${CJM_DIFF_FAIL_ON:-}" ]; then arguments+=("--fail-on=$CJM_DIFF_FAIL_ON"); fi
  "$home/venv/bin/cjm" diff --output-format github ${arguments[@]+"${arguments[@]}"} "$range"
}

# Prints the id of the last commit of the base branch, where the clone reaches back far enough.
base_commit() {
  local shallow base
  if ! shallow="$(git rev-parse --is-shallow-repository)"; then
    say error "git finds no repository here that it may read; put actions/checkout before this step" >&2
    return 2
  fi
  base="$(git rev-parse --verify --quiet --end-of-options "refs/remotes/origin/$GITHUB_BASE_REF^{commit}")" || base=""
  if [ -n "$base" ] && git merge-base "$base" HEAD >/dev/null; then
    echo "$base"
    return
  fi
  if [ "$shallow" = true ]; then shallow="the clone is shallow: it"; else shallow="the clone"; fi
  say error "$shallow does not hold the commit where this pull request began; write 'fetch-depth: 0' under 'with:' of actions/checkout" >&2
  return 2
}

# A map that this pull request broke stops lint; one that was broken before is what it may mend. So
# only who asked for a limit is stopped here.
not_compared() {
  local markdown="$1" log="$2" code="$3" pause="cjm-$RANDOM$RANDOM$RANDOM"
  # Lines of a map are quoted here: none of them may be a command to the runner.
  echo "::stop-commands::$pause"
  cat "$log"
  echo "::$pause::"
  printf '%s\n' "<!-- cjm diff -->" "" "### Journey changes: not known" "" \
    "The maps could not be compared; the log of the job says why." >"$markdown"
  hand_on diff-file "$markdown"
  if [ "$code" -gt 2 ] || [ -n "${CJM_DIFF_FAIL_ON:-}" ]; then
    say error "the maps could not be compared; the log of this step says why"
    return "$code"
  fi
  say warning "the maps could not be compared; the log of this step says why"
}

# Writes the comment of a kind, lint or diff, or replaces the one that is there.
comment() {
  local repository="${GITHUB_REPOSITORY:?}" number="${CJM_PULL_REQUEST:-}" mark="<!-- cjm $1 -->" known
  if [[ ! "$number" =~ ^[0-9]+$ ]]; then
    echo "no pull request here, and so no comment"
    return
  fi
  # gh asks github.com unless it is told of another server.
  GH_HOST="${GITHUB_SERVER_URL:-https://github.com}"
  export GH_HOST="${GH_HOST#*://}" GH_ENTERPRISE_TOKEN="${GH_TOKEN:-}"
  # Ours begins with the mark, and was written by a bot or by someone who may write here anyway.
  if ! known="$(gh api --paginate "repos/$repository/issues/$number/comments?per_page=100" --jq '.[]
    | select(.user.type == "Bot" or (.author_association | IN("OWNER", "MEMBER", "COLLABORATOR")))
    | select((.body // "") | startswith("'"$mark"'")) | .id')"; then
    say notice "there is no comment: those of the pull request could not be read with 'gh'"
    return
  fi
  known="${known%%$'\n'*}"
  if [[ "$known" =~ ^[0-9]+$ ]]; then
    gh api --silent --method PATCH "repos/$repository/issues/comments/$known" -F "body=@${CJM_COMMENT:?}" && return
  elif [ "${CJM_CHANGED-true}" != true ]; then
    echo "nothing to tell, and so no comment"
    return
  else
    gh api --silent --method POST "repos/$repository/issues/$number/comments" -F "body=@${CJM_COMMENT:?}" && return
  fi
  # A pull request from a fork has a token that may not write; what it would say is in the summary.
  say notice "the comment could not be written; the job needs 'pull-requests: write', and a fork never has it"
}

# Annotates the job: say error|warning|notice TEXT, where the text is ours.
say() {
  echo "::$1 title=cjm::$2"
}

hand_on() {
  echo "$1=$2" >>"${GITHUB_OUTPUT:?}"
}

summarise() {
  if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$1" >>"$GITHUB_STEP_SUMMARY"; fi
}

case "$*" in
  install | lint | diff | "comment lint" | "comment diff") "$@" ;;
  *)
    echo "usage: action.sh install | lint | diff | comment lint | comment diff" >&2
    exit 2
    ;;
esac
