"""What HR should know: joins across domains, charts, fairness figures, advice."""
