(* The checker that was proved, as a program. *)
From Coq Require Import Extraction ExtrOcamlBasic ExtrOcamlZInt ExtrOcamlNatInt.
Require Import Checker.
Extraction "checker.ml" check.
