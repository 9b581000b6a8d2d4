"""What must hold, by scope: file and record (the models), page, whole library.

Each check is a pure function of the library with a sentence for a name; it yields problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..records import Problem
from . import cross_references, pitfalls
from .cross_references import references
from .doing import facts, hazards, options, plans, signs, standing, thresholds
from .evidence import charts, misuse, positions, scores, shares, short_answers, sources, wording
from .pages import calls, homes, leading_on, links, markup, page_words, readability
from .pages.homes import claims_shown_on, shows_all_claims
from .scope import ANY, Records

Check = Callable[[Records], Iterable[Problem]]

# What is asked of each text, record or page by itself, whatever else is broken.
ALONE: tuple[Check, ...] = (
    wording.a_finding_uses_the_verb_of_its_grade,
    wording.a_tool_never_promises,
    wording.nothing_lets_a_reader_run,
    wording.words_keep_the_tone,
    wording.no_count_is_over_100_of_100,
    wording.a_sign_goes_on_with_its_heading,
    wording.words_are_spelt_as_in_britain,
    wording.every_exception_is_still_needed,
    wording.a_do_not_begins_with_do_not,
    readability.no_sentence_runs_away,
    readability.no_page_is_too_hard,
    pitfalls.every_prompt_is_answered,
    calls.every_macro_call_can_be_read,
    calls.every_macro_call_names_what_exists,
    calls.titles_and_descriptions_are_unique,
    calls.an_explain_page_states_its_evidence,
    markup.what_a_box_states_rests_on_a_claim,
    calls.claims_on_a_page_are_listed_at_its_end,
    page_words.a_chip_stands_after_the_comma,
    page_words.no_page_tells_what_is_still_to_come,
    markup.no_page_holds_html,
    markup.no_page_sets_attributes,
    markup.every_heading_class_does_something,
    markup.every_box_becomes_one,
    markup.every_do_not_bullet_says_so,
    links.every_link_leads_somewhere,
    links.every_page_is_in_the_menu,
    links.no_section_is_too_long,
    links.every_page_is_named_as_an_address,
)
# What is asked of decisions beside each other. It is remembered (macros/proved.py), so it looks at little else.
PROOFS: tuple[Check, ...] = (
    signs.no_tool_does_less_than_a_sign_asks,
    signs.whoever_is_led_to_run_was_asked,
    signs.no_two_tools_disagree,
    signs.every_person_gets_at_least_what_the_evidence_says,
    signs.no_sign_asks_for_less_than_its_people_need,
    signs.every_card_beside_a_result_names_the_signs_that_led_there,
)
# What is asked of records beside each other: all of them are there, and every id leads somewhere.
TOGETHER: tuple[Check, ...] = (
    cross_references.every_source_is_used,
    sources.no_source_is_there_twice,
    hazards.every_hazard_is_held_by_a_proof_or_a_test,
    hazards.every_hazard_has_people,
    charts.a_chart_rests_on_living_claims,
    charts.a_panel_compares_like_with_like,
    charts.a_mark_has_what_its_kind_draws,
    charts.a_chart_says_no_number_of_its_own,
    charts.a_finding_is_one_sentence,
    charts.a_chart_is_no_surer_than_its_claims,
    plans.every_step_keeps_to_its_bound,
    plans.a_bound_is_no_larger_than_its_ladder_needs,
    plans.a_ladder_is_as_long_as_it_says,
    plans.a_ladder_begins_with_an_answer_in_minutes,
    options.options_are_told_at_the_same_length,
    options.an_option_promises_no_more_than_its_claims,
    options.a_chance_is_so_many_people_out_of_100_over_a_time,
    options.no_option_rests_on_a_retired_claim,
    homes.every_claim_is_shown,
    homes.every_article_claim_has_a_home,
    homes.an_article_claim_and_its_evidence_name_each_other,
    homes.a_page_named_as_home_shows_the_evidence,
    homes.a_term_leads_to_a_page_that_uses_it,
    positions.a_position_is_as_seen_as_its_sources,
    positions.a_position_is_dated_as_its_sources,
    positions.only_who_advises_is_called_guidance,
    short_answers.a_short_answer_uses_the_verb_of_its_claim,
    short_answers.a_myth_answers_no_surer_than_its_claim,
    short_answers.no_answer_rests_on_a_retired_claim,
    misuse.what_is_excluded_is_no_source,
    misuse.no_link_leads_to_a_copy,
    misuse.no_figure_is_given_that_its_source_forbids,
    misuse.a_figure_from_watching_says_so,
    misuse.a_claim_is_no_surer_than_its_sources_can_be,
    misuse.studies_that_pull_apart_are_told_together,
    misuse.papers_on_the_same_people_count_once,
    misuse.a_shared_cohort_is_shared,
    shares.a_rule_of_ours_is_graded_as_untested,
    shares.guidance_names_its_body,
    shares.a_share_says_of_how_many,
    facts.every_fact_is_asked_by_more_than_one_tool,
    facts.no_two_tools_ask_in_the_same_words,
    facts.signs_of_one_answer_ask_for_the_same,
    facts.the_last_answer_about_signs_is_the_fastest,
    signs.every_sign_stands_somewhere,
    signs.every_sign_says_where_it_comes_from,
    signs.a_sign_stands_on_cards_of_its_speed,
    signs.no_link_leads_to_more,
    signs.no_words_of_a_sign_stand_elsewhere,
    standing.nothing_that_stands_is_lost,
    scores.every_page_that_a_rubric_is_for_has_a_score,
    scores.a_score_is_for_pages_that_its_rubric_is_for,
    scores.a_score_marks_every_item,
    scores.a_score_is_no_older_than_the_page,
    thresholds.the_words_of_a_row_say_where_it_begins_and_ends,
    thresholds.a_claim_of_a_row_says_where_it_begins_and_ends,
    thresholds.a_claim_whose_numbers_stand_in_a_table_names_none,
    thresholds.no_words_name_a_number_that_is_no_limit,
    thresholds.every_way_to_say_a_limit_is_still_needed,
    links.every_anchor_is_there,
    links.every_page_is_linked_from_another,
    leading_on.every_guide_page_has_a_next_task,
    leading_on.every_chain_of_tasks_comes_to_a_tool,
    leading_on.every_page_leads_on,
)
ALL = (*ALONE, *PROOFS, *TOGETHER)

__all__ = [
    "ALL",
    "ALONE",
    "ANY",
    "PROOFS",
    "TOGETHER",
    "Check",
    "Records",
    "claims_shown_on",
    "references",
    "shows_all_claims",
]
