#!/usr/bin/env bash
# How soon the window takes input, how much memory it holds, and what it costs at rest.
#   benches/window.sh [PROGRAM]      default: target/release/alongside
# Needs Xvfb and xdotool. Prints one figure a line; nothing here passes or fails.
set -euo pipefail
program="${1:-target/release/alongside}"
tmp="$(mktemp -d)"
exec 9> "$tmp/display"
Xvfb -displayfd 9 -screen 0 1280x720x24 -nolisten tcp -noreset 2>/dev/null &
server=$!
trap 'kill "$game" "$server" 2>/dev/null || true; rm -rf "$tmp"' EXIT
until [ -s "$tmp/display" ]; do sleep 0.1; done
DISPLAY=":$(cat "$tmp/display")"
export DISPLAY
unset WAYLAND_DISPLAY
game=

now() { date +%s%N; }
title() { xdotool search --name Alongside getwindowname 2>/dev/null || true; }
start() { "$program" --no-records "$@" & game=$!; }
stop() { kill "$game" 2>/dev/null || true; wait "$game" 2>/dev/null || true; }
# CPU of the process over ten seconds, in percent of one core
cpu() {
  local a b
  sleep 3
  a=$(awk '{print $14 + $15}' "/proc/$game/stat"); sleep 10; b=$(awk '{print $14 + $15}' "/proc/$game/stat")
  awk -v t="$((b - a))" -v hz="$(getconf CLK_TCK)" -v what="$1" 'BEGIN { printf "%-44s %5.1f %% of one core\n", what, t / hz * 10 }'
}
await() { for _ in $(seq 300); do case "$(title)" in *"$1"*) return 0;; esac; sleep 0.05; done; echo "no screen called $1" >&2; exit 1; }
# without a window manager nobody else gives the window the focus
key() { xdotool search --name Alongside windowfocus key "$1" 2>/dev/null || true; }

begin="$(now)"
start --seed 1 --window 1280x720
until [[ "$(title)" == *"Harbor Street"* ]]; do key Return; sleep 0.02; done
awk -v ns="$(( $(now) - begin ))" 'BEGIN { printf "%-44s %5.2f s\n", "from launch to the first key obeyed", ns / 1e9 }'
# keys that waited while the window opened may have gone further
sleep 1; until [[ "$(title)" == *"Harbor Street"* ]]; do key Escape; sleep 0.5; done
cpu "board, at rest"
# the case stands first, the first conversation below it
key Down; sleep 1; key Return; await "Before you go in"; cpu "briefing, at rest"
key Return; await "Alongside"; sleep 6; cpu "conversation, the person breathing"
awk '/VmRSS/ { printf "%-44s %5.0f MiB\n", "memory in conversation", $2 / 1024 }' "/proc/$game/status"
key Escape; cpu "paused"
stop
start --seed 1 --window 1280x720 --reduced-motion; await "Alongside"; cpu "title, reduced motion"
key Return; await "Harbor Street"; sleep 1; key Down; sleep 1; key Return; await "Before you go in"; key Return; await "Alongside"; sleep 3
cpu "conversation, reduced motion"
stop
start --seed 1 --window 1280x720; await "Alongside"; xdotool search --name Alongside windowfocus; cpu "title, moving"
