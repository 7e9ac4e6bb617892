"""The named features of a rating, and the line of the explanation that each belongs to."""

#: name -> the line of the explanation that it belongs to.
GROUPS: dict[str, str] = {
    "situated": "situation", "share_situation": "situation", "words_situation": "situation",
    "task": "task", "share_task": "task", "words_task": "task",
    "acts_1": "own_actions", "acts_2": "own_actions", "acts_3": "own_actions",
    "acts_5": "own_actions", "acts_7": "own_actions", "share_action": "own_actions",
    "words_action_60": "own_actions", "words_action_120": "own_actions",
    "action_sure": "own_actions", "action_own": "own_actions",
    "results_1": "result", "results_2": "result", "results_3": "result",
    "share_result": "result", "words_result_30": "result", "words_result_60": "result",
    "result_sure": "result",
    "measured_1": "measured_result", "measured_2": "measured_result",
    "result_counted": "measured_result",
    "lesson": "lesson",
    "behaviours_1": "behaviours", "behaviours_2": "behaviours", "behaviours_3": "behaviours",
    "behaviours_4": "behaviours",
    "near": "behaviours", "near_most": "behaviours", "near_best": "behaviours",
    "near_plain": "behaviours",
    "terms_1": "key_terms", "terms_3": "key_terms",
    "specific_1": "specifics", "specific_2": "specifics", "specific_3": "specifics",
    "specific_5": "specifics", "specific_7": "specifics", "share_specific": "specifics",
    "action_counted": "specifics", "words": "specifics",
    "against_1": "against", "against_2": "against",
    "negated_1": "negated", "negated_2": "negated",
    "share_supposed": "set_aside", "share_hollow": "set_aside", "share_collective": "set_aside",
    "share_other": "set_aside",
}  # fmt: skip
