"""The script that the benchmark talks to."""

from bench.processes import ROOT

CRM = ROOT / "prompts" / "scripts" / "crm-suite.yaml"
