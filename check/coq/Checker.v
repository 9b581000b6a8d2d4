(* The checker is sound: if it accepts a certificate, every combination of answers has exactly the result at its leaf,
   and the published rules give that result.

   It is the checker of check_proof.py in other words: what is known of each question in a part of the answers, which
   rules can count there and which must, cuts, leaves, parts that are empty, and decisions that feed others. Answers
   with ids go by their place. Rules stand in the order in which they count (for PRIORITY and OUTPUT ORDER: sorted).
   Not here: the reading of JSON, the hashes, promises (read off the leaves) and the count. *)
From Coq Require Import ZArith List Bool Lia.
Import ListNotations.
Open Scope Z_scope.

(* One person's answers, by the place of a question: none where a decision that feeds another has no result. *)
Definition answers := nat -> option Z.

(* What is known of one question in a part of the answers, and of all. *)
Inductive known := Between (least most : Z) | OneOf (all : list (option Z)).
Definition part := nat -> known.

Definition allowed (k : known) (v : option Z) : Prop :=
  match k, v with
  | Between least most, Some z => least <= z <= most
  | Between _ _, None => False
  | OneOf all, _ => In v all
  end.
Definition inside (p : part) (e : answers) : Prop := forall i, allowed (p i) (e i).

(* A cell of a rule: ranges, any of which will do. *)
Definition cell := list (Z * Z).
Definition meets (v : option Z) (c : cell) : bool :=
  match v with Some z => existsb (fun r => (fst r <=? z) && (z <=? snd r)) c | None => false end.
Definition may_meet (k : known) (c : cell) : bool :=
  match k with
  | Between least most => existsb (fun r => (least <=? snd r) && (fst r <=? most)) c
  | OneOf all => existsb (fun v => meets v c) all
  end.
Definition must_meet (k : known) (c : cell) : bool :=
  match k with
  | Between least most => existsb (fun r => (fst r <=? least) && (most <=? snd r)) c
  | OneOf all => forallb (fun v => meets v c) all
  end.

Lemma may_meet_sound k v c : allowed k v -> meets v c = true -> may_meet k c = true.
Proof.
  destruct k as [least most | all]; simpl; intros Ha Hm.
  - destruct v as [z|]; [|discriminate]. simpl in Hm.
    apply existsb_exists in Hm as [[a b] [Hin Hr]]. apply existsb_exists. exists (a, b). split; [exact Hin|].
    simpl in *. apply andb_prop in Hr as [H1 H2].
    apply Z.leb_le in H1, H2. apply andb_true_intro. split; apply Z.leb_le; lia.
  - apply existsb_exists. exists v. split; assumption.
Qed.

Lemma must_meet_sound k v c : allowed k v -> must_meet k c = true -> meets v c = true.
Proof.
  destruct k as [least most | all]; simpl; intros Ha Hm.
  - destruct v as [z|]; [|contradiction]. simpl.
    apply existsb_exists in Hm as [[a b] [Hin Hr]]. apply existsb_exists. exists (a, b). split; [exact Hin|].
    simpl in *. apply andb_prop in Hr as [H1 H2].
    apply Z.leb_le in H1, H2. apply andb_true_intro. split; apply Z.leb_le; lia.
  - rewrite forallb_forall in Hm. apply Hm. exact Ha.
Qed.

(* Rules and tables. A result is the place of a value, or a number, for each output. *)
Record rule := { place : nat; conditions : list (nat * cell); result : list Z }.
Inductive policy := First | Unique | Any | Every | Sum | Least | Most | Count.
Record table := { by_policy : policy; rules : list rule; default : list (list Z) (* one or none *) }.

Definition fires (e : answers) (r : rule) := forallb (fun c => meets (e (fst c)) (snd c)) r.(conditions).
Definition may (p : part) (r : rule) := forallb (fun c => may_meet (p (fst c)) (snd c)) r.(conditions).
Definition must (p : part) (r : rule) := forallb (fun c => must_meet (p (fst c)) (snd c)) r.(conditions).

Lemma may_sound p e r : inside p e -> fires e r = true -> may p r = true.
Proof.
  unfold fires, may. intros Hin. rewrite !forallb_forall. intros H c Hc.
  eapply may_meet_sound; [apply Hin | apply H, Hc].
Qed.
Lemma must_sound p e r : inside p e -> must p r = true -> fires e r = true.
Proof.
  unfold fires, must. intros Hin. rewrite !forallb_forall. intros H c Hc.
  eapply must_meet_sound; [apply Hin | apply H, Hc].
Qed.

(* What the results of the rules that fire come to. UNIQUE and ANY take the first, too: `unique_sound` and `any_sound`
   below say that the checker lets no other rule stand beside it, or none with another result. *)
Definition folded (f : Z -> Z -> Z) (found : list (list Z)) : list (list Z) :=
  match map (hd 0) found with [] => [] | z :: rest => [[fold_left f rest z]] end.
Definition finish (by_ : policy) (or_else found : list (list Z)) : list (list Z) :=
  match by_ with
  | First | Unique | Any => match found with [] => or_else | one :: _ => [one] end
  | Every => match found with [] => or_else | _ => found end
  | Sum => folded Z.add found
  | Least => folded Z.min found
  | Most => folded Z.max found
  | Count => [[Z.of_nat (length found)]]
  end.
Definition decide (t : table) (e : answers) : list (list Z) :=
  finish t.(by_policy) t.(default) (map result (filter (fires e) t.(rules))).

(* The rules that count all over a part; none where that hangs on answers. With `stop`, those after the first count not. *)
Fixpoint settled (stop : bool) (p : part) (rs : list rule) : option (list rule) :=
  match rs with
  | [] => Some []
  | r :: rest =>
      if must p r then
        if stop then Some [r] else match settled stop p rest with Some found => Some (r :: found) | None => None end
      else if may p r then None
      else settled stop p rest
  end.

Lemma settled_all p e rs found :
  inside p e -> settled false p rs = Some found -> filter (fires e) rs = found.
Proof.
  intros Hin. revert found. induction rs as [|r rest IH]; simpl; intros found H; [congruence|].
  destruct (must p r) eqn:Hmust.
  - rewrite (must_sound p e r Hin Hmust). destruct (settled false p rest); [|discriminate].
    injection H as <-. f_equal. apply IH. reflexivity.
  - destruct (may p r) eqn:Hmay; [discriminate|].
    destruct (fires e r) eqn:Hf; [|auto]. rewrite (may_sound p e r Hin Hf) in Hmay. discriminate.
Qed.

Lemma settled_first p e rs found :
  inside p e -> settled true p rs = Some found ->
  match filter (fires e) rs with [] => found = [] | r :: _ => found = [r] end.
Proof.
  intros Hin. revert found. induction rs as [|r rest IH]; simpl; intros found H; [congruence|].
  destruct (must p r) eqn:Hmust.
  - rewrite (must_sound p e r Hin Hmust). congruence.
  - destruct (may p r) eqn:Hmay; [discriminate|].
    destruct (fires e r) eqn:Hf; [|apply IH; exact H].
    rewrite (may_sound p e r Hin Hf) in Hmay. discriminate.
Qed.

Definition same_result (one other : rule) : bool :=
  if list_eq_dec Z.eq_dec one.(result) other.(result) then true else false.
Definition leaf_rules (t : table) (p : part) : option (list rule) :=
  match t.(by_policy) with
  | First => settled true p t.(rules)
  | Any =>
      match filter (may p) t.(rules) with
      | [] => settled true p t.(rules)
      | one :: rest => if forallb (same_result one) rest then settled true p t.(rules) else None
      end
  | Unique => match settled false p t.(rules) with Some (_ :: _ :: _) => None | found => found end
  | _ => settled false p t.(rules)
  end.
Definition leaf_result (t : table) (p : part) : option (list (list Z)) :=
  match leaf_rules t p with
  | Some found => Some (finish t.(by_policy) t.(default) (map result found))
  | None => None
  end.

Lemma first_result p e t found :
  inside p e -> settled true p t.(rules) = Some found ->
  (t.(by_policy) = First \/ t.(by_policy) = Any) ->
  decide t e = finish t.(by_policy) t.(default) (map result found).
Proof.
  intros Hin Hs Hp. apply (settled_first p e) in Hs; [|exact Hin]. unfold decide.
  destruct (filter (fires e) (rules t)) as [|r rest]; subst found; [reflexivity|].
  destruct Hp as [-> | ->]; reflexivity.
Qed.

Theorem leaf_sound t p e outcome :
  inside p e -> leaf_result t p = Some outcome -> decide t e = outcome.
Proof.
  unfold leaf_result. intros Hin H. destruct (leaf_rules t p) as [found|] eqn:Hl; [|discriminate].
  injection H as <-. unfold leaf_rules in Hl.
  destruct (by_policy t) eqn:Hp;
    try (apply (settled_all p e) in Hl; [|exact Hin]; unfold decide; rewrite Hl, Hp; reflexivity).
  - rewrite <- Hp. apply (first_result p); auto.
  - destruct (settled false p (rules t)) as [[|one [|two more]]|] eqn:Hs; try discriminate;
      injection Hl as <-; apply (settled_all p e) in Hs; try exact Hin; unfold decide; rewrite Hs, Hp; reflexivity.
  - rewrite <- Hp. apply (first_result p); auto.
    destruct (filter (may p) (rules t)); [exact Hl|].
    destruct (forallb (same_result r) l); [exact Hl|discriminate].
Qed.

Theorem unique_sound t p e found :
  inside p e -> t.(by_policy) = Unique -> leaf_rules t p = Some found ->
  (length (filter (fires e) t.(rules)) <= 1)%nat.
Proof.
  unfold leaf_rules. intros Hin -> H.
  destruct (settled false p (rules t)) as [[|one [|two more]]|] eqn:Hs; try discriminate;
    apply (settled_all p e) in Hs; try exact Hin; rewrite Hs; simpl; lia.
Qed.

Theorem any_sound t p e found one other :
  inside p e -> t.(by_policy) = Any -> leaf_rules t p = Some found ->
  In one t.(rules) -> In other t.(rules) -> fires e one = true -> fires e other = true ->
  one.(result) = other.(result).
Proof.
  unfold leaf_rules. intros Hin -> H H1 H2 F1 F2.
  assert (M1 : In one (filter (may p) (rules t))).
  { apply filter_In. split; [exact H1 | apply (may_sound p e); assumption]. }
  assert (M2 : In other (filter (may p) (rules t))).
  { apply filter_In. split; [exact H2 | apply (may_sound p e); assumption]. }
  destruct (filter (may p) (rules t)) as [|r rest]; [contradiction|].
  destruct (forallb (same_result r) rest) eqn:Hall; [|discriminate].
  rewrite forallb_forall in Hall.
  assert (same : forall x, In x (r :: rest) -> result r = result x).
  { intros x [<-|Hx]; [reflexivity|]. apply Hall in Hx. unfold same_result in Hx.
    destruct (list_eq_dec Z.eq_dec (result r) (result x)); [assumption|discriminate]. }
  rewrite <- (same one M1). exact (same other M2).
Qed.

(* Decisions that feed others, each at a place of its own, in the order in which they need each other. *)
Definition feed (outcome : list (list Z)) : option Z :=
  match outcome with [] => None | one :: _ => Some (hd 0 one) end.
Definition set {A} (f : nat -> A) (i : nat) (a : A) : nat -> A := fun j => if Nat.eqb i j then a else f j.

(* Where one rule decides, there is no gap. *)
Definition has_result (t : table) (outcome : list (list Z)) : bool :=
  match t.(by_policy), outcome with First, [] | Unique, [] | Any, [] => false | _, _ => true end.

(* All that one of them can come to in a part. That it has no gap is for its own certificate to show. *)
Fixpoint candidates (p : part) (or_else : list (list Z)) (rs : list rule) : list (option Z) :=
  match rs with
  | [] => map (fun one => feed [one]) or_else
  | r :: rest =>
      if must p r then [feed [r.(result)]]
      else if may p r then feed [r.(result)] :: candidates p or_else rest
      else candidates p or_else rest
  end.
Definition possible (t : table) (p : part) : option (list (option Z)) :=
  match leaf_result t p, t.(by_policy) with
  | Some outcome, _ => Some [feed outcome]
  | None, (First | Unique | Any) => Some (candidates p t.(default) t.(rules))
  | None, _ => None
  end.

Lemma candidates_sound p e or_else rs :
  inside p e -> finish First or_else (map result (filter (fires e) rs)) <> [] ->
  In (feed (finish First or_else (map result (filter (fires e) rs)))) (candidates p or_else rs).
Proof.
  intros Hin. induction rs as [|r rest IH]; simpl; intros Hne.
  - destruct or_else; [contradiction|]. left. reflexivity.
  - destruct (must p r) eqn:Hmust.
    + rewrite (must_sound p e r Hin Hmust). left. reflexivity.
    + destruct (fires e r) eqn:Hf.
      * rewrite (may_sound p e r Hin Hf). left. reflexivity.
      * destruct (may p r); [right|]; apply IH; exact Hne.
Qed.

Lemma possible_sound t p e all :
  inside p e -> has_result t (decide t e) = true -> possible t p = Some all -> In (feed (decide t e)) all.
Proof.
  unfold possible. intros Hin Hhas H. destruct (leaf_result t p) as [outcome|] eqn:Hl.
  - injection H as <-. rewrite (leaf_sound t p e outcome Hin Hl). left. reflexivity.
  - unfold has_result, decide in *. destruct (by_policy t); try discriminate; injection H as <-;
      apply (candidates_sound p e); try exact Hin; intros Hno; simpl in *; rewrite Hno in Hhas; discriminate.
Qed.

Fixpoint fed (feeding : list (nat * table)) (e : answers) : answers :=
  match feeding with [] => e | (i, t) :: more => fed more (set e i (feed (decide t e))) end.
Fixpoint fed_part (feeding : list (nat * table)) (p : part) : option part :=
  match feeding with
  | [] => Some p
  | (i, t) :: more => match possible t p with Some all => fed_part more (set p i (OneOf all)) | None => None end
  end.
Fixpoint without_gaps (feeding : list (nat * table)) (e : answers) : Prop :=
  match feeding with
  | [] => True
  | (i, t) :: more => has_result t (decide t e) = true /\ without_gaps more (set e i (feed (decide t e)))
  end.

Lemma fed_sound feeding : forall p e q,
  inside p e -> without_gaps feeding e -> fed_part feeding p = Some q -> inside q (fed feeding e).
Proof.
  induction feeding as [|[i t] more IH]; simpl; intros p e q Hin Hgaps H; [injection H as <-; exact Hin|].
  destruct Hgaps as [Hhas Hmore].
  destruct (possible t p) as [all|] eqn:Hp; [|discriminate]. apply (IH _ _ _) with (2 := Hmore) (3 := H).
  intros j. unfold set. destruct (Nat.eqb i j); [|apply Hin]. simpl. apply (possible_sound t p); assumption.
Qed.

(* Derived values: arithmetic over answers, and the least and the most that it comes to in a part. *)
Inductive work := Plus | Minus | Times | Over | Lesser | Greater.
Inductive sum := Number (z : Z) | Answer (i : nat) | Work (w : work) (one other : sum).

Definition apply (w : work) : Z -> Z -> Z :=
  match w with Plus => Z.add | Minus => Z.sub | Times => Z.mul | Over => Z.div | Lesser => Z.min | Greater => Z.max end.
Fixpoint value (s : sum) (e : answers) : option Z :=
  match s with
  | Number z => Some z
  | Answer i => e i
  | Work w one other =>
      match value one e, value other e with Some a, Some b => Some (apply w a b) | _, _ => None end
  end.
Definition least4 a b c d := Z.min (Z.min a b) (Z.min c d).
Definition most4 a b c d := Z.max (Z.max a b) (Z.max c d).
Fixpoint bounds (s : sum) (p : part) : option (Z * Z) :=
  match s with
  | Number z => Some (z, z)
  | Answer i => match p i with Between a b => Some (a, b) | OneOf _ => None end
  | Work w one other =>
      match bounds one p, bounds other p with
      | Some (a, b), Some (c, d) =>
          if match w with Over => (0 <? c) || (d <? 0) | _ => true end then
            let f := apply w in Some (least4 (f a c) (f a d) (f b c) (f b d), most4 (f a c) (f a d) (f b c) (f b d))
          else None
      | _, _ => None
      end
  end.

Lemma times_line a b x y : a <= x <= b -> Z.min (a * y) (b * y) <= x * y <= Z.max (a * y) (b * y).
Proof. intros H. destruct (Z.le_gt_cases 0 y); split; nia. Qed.

Lemma over_above a c d y : 0 < c <= y -> y <= d -> Z.min (a / c) (a / d) <= a / y <= Z.max (a / c) (a / d).
Proof.
  intros Hc Hd. destruct (Z.le_gt_cases 0 a) as [Ha|Ha].
  - assert (a / d <= a / y) by (apply Z.div_le_compat_l; lia).
    assert (a / y <= a / c) by (apply Z.div_le_compat_l; lia). lia.
  - assert (Hq : forall m n, 0 < m <= n -> a / m <= a / n).
    { intros m n Hm. apply Z.div_le_lower_bound; [lia|].
      assert (a / m < 0) by (apply Z.div_lt_upper_bound; lia).
      pose proof (Z.mul_div_le a m ltac:(lia)). nia. }
    pose proof (Hq c y ltac:(lia)). pose proof (Hq y d ltac:(lia)). lia.
Qed.

Lemma over_corners a b c d x y :
  a <= x <= b -> c <= y <= d -> 0 < c ->
  least4 (a / c) (a / d) (b / c) (b / d) <= x / y <= most4 (a / c) (a / d) (b / c) (b / d).
Proof.
  intros Hx Hy Hc. unfold least4, most4.
  assert (a / y <= x / y <= b / y) by (split; apply Z.div_le_mono; lia).
  pose proof (over_above a c d y ltac:(lia) ltac:(lia)). pose proof (over_above b c d y ltac:(lia) ltac:(lia)). lia.
Qed.

Lemma corners w a b c d x y :
  a <= x <= b -> c <= y <= d -> (w = Over -> 0 < c \/ d < 0) ->
  let f := apply w in
  least4 (f a c) (f a d) (f b c) (f b d) <= f x y <= most4 (f a c) (f a d) (f b c) (f b d).
Proof.
  intros Hx Hy Hw f. destruct w; subst f; simpl.
  - unfold least4, most4; lia.
  - unfold least4, most4; lia.
  - unfold least4, most4. pose proof (times_line a b x y Hx).
    pose proof (times_line c d y a Hy). pose proof (times_line c d y b Hy).
    rewrite (Z.mul_comm c a), (Z.mul_comm d a), (Z.mul_comm y a) in *.
    rewrite (Z.mul_comm c b), (Z.mul_comm d b), (Z.mul_comm y b) in *. lia.
  - destruct (Hw eq_refl) as [Hc|Hd].
    + apply over_corners; assumption.
    + pose proof (over_corners (-b) (-a) (-d) (-c) (-x) (-y) ltac:(lia) ltac:(lia) ltac:(lia)) as H.
      rewrite !Z.div_opp_opp in H by lia. unfold least4, most4 in *. lia.
  - unfold least4, most4; lia.
  - unfold least4, most4; lia.
Qed.

Lemma bounds_sound p e s : inside p e -> forall a b, bounds s p = Some (a, b) ->
  exists z, value s e = Some z /\ a <= z <= b.
Proof.
  intros Hin. induction s as [z|i|w one IH1 other IH2]; simpl; intros lo hi H.
  - injection H as <- <-. exists z. split; [reflexivity|lia].
  - specialize (Hin i). destruct (p i) as [l m|]; [|discriminate]. injection H as <- <-.
    simpl in Hin. destruct (e i) as [z|]; [|contradiction]. exists z. split; [reflexivity|assumption].
  - destruct (bounds one p) as [[a b]|]; [|discriminate]. destruct (bounds other p) as [[c d]|]; [|discriminate].
    destruct (IH1 _ _ eq_refl) as [x [-> Hx]]. destruct (IH2 _ _ eq_refl) as [y [-> Hy]].
    destruct (match w with Over => (0 <? c) || (d <? 0) | _ => true end) eqn:Hw; [|discriminate].
    injection H as <- <-. exists (apply w x y). split; [reflexivity|]. apply corners; try assumption.
    intros ->. apply orb_prop in Hw as [H|H]; apply Z.ltb_lt in H; auto.
Qed.

(* The certificate. *)
Inductive tree := Leaf (places : list nat) (outcome : list (list Z)) | Cut (axis : nat) (at_ : Z) (low high : tree) | Empty.
Record decision := {
  feeding : list (nat * table);
  main : table;
  derived : list (nat * sum);
  grid : nat -> Z * Z; (* of each question: where its numbers begin, and their step *)
}.

Definition on_grid (d : decision) (e : answers) : Prop :=
  forall i z, e i = Some z -> (z - fst (d.(grid) i)) mod snd (d.(grid) i) = 0.
Definition worked_out (d : decision) (e : answers) : Prop :=
  forall i s, In (i, s) d.(derived) -> value s e = e i.

(* Nothing can lie in a part where a derived value cannot be what is left of it. *)
Definition is_empty (p : part) (one : nat * sum) : bool :=
  match bounds (snd one) p, p (fst one) with
  | Some (a, b), Between least most => (b <? least) || (most <? a)
  | _, _ => false
  end.
Definition outcome_eqb (one other : list (list Z)) : bool :=
  if list_eq_dec (list_eq_dec Z.eq_dec) one other then true else false.
Definition names (places : list nat) (t : table) (p : part) : bool :=
  match leaf_rules t p with
  | Some found => if list_eq_dec Nat.eq_dec (map place found) places then true else false
  | None => false
  end.

Fixpoint check (d : decision) (t : tree) (p : part) : bool :=
  match t with
  | Empty => existsb (is_empty p) d.(derived)
  | Leaf places outcome =>
      match fed_part d.(feeding) p with
      | Some q =>
          match leaf_result d.(main) q with
          | Some found => outcome_eqb found outcome && has_result d.(main) found && names places d.(main) q
          | None => false
          end
      | None => false
      end
  | Cut axis at_ low high =>
      match p axis, d.(grid) axis with
      | Between least most, (from, step) =>
          (0 <? step) && ((at_ - from) mod step =? 0) && ((least <? at_) && (at_ <=? most))
          && check d low (set p axis (Between least (at_ - step))) && check d high (set p axis (Between at_ most))
      | OneOf _, _ => false
      end
  end.

(* The leaf that somebody's answers lead to. *)
Fixpoint read (t : tree) (e : answers) : option (list (list Z)) :=
  match t with
  | Empty => None
  | Leaf _ outcome => Some outcome
  | Cut axis at_ low high =>
      match e axis with Some z => if z <? at_ then read low e else read high e | None => None end
  end.

Lemma step_below z at_ from step :
  0 < step -> (z - from) mod step = 0 -> (at_ - from) mod step = 0 -> z < at_ -> z <= at_ - step.
Proof.
  intros Hs Hz Ha Hlt.
  pose proof (Z.div_mod (z - from) step ltac:(lia)) as H1. pose proof (Z.div_mod (at_ - from) step ltac:(lia)) as H2.
  rewrite Hz in H1. rewrite Ha in H2. assert (step * ((z - from) / step) < step * ((at_ - from) / step)) by lia.
  assert ((z - from) / step < (at_ - from) / step) by nia. nia.
Qed.

Theorem checker_sound d t : forall p e,
  inside p e -> on_grid d e -> worked_out d e -> without_gaps d.(feeding) e -> check d t p = true ->
  read t e = Some (decide d.(main) (fed d.(feeding) e)).
Proof.
  induction t as [places outcome | axis at_ low IHl high IHr |]; simpl; intros p e Hin Hgrid Hwork Hgaps H.
  - destruct (fed_part (feeding d) p) as [q|] eqn:Hq; [|discriminate].
    destruct (leaf_result (main d) q) as [found|] eqn:Hl; [|discriminate].
    apply andb_prop in H as [H _]. apply andb_prop in H as [H _]. unfold outcome_eqb in H. destruct (list_eq_dec (list_eq_dec Z.eq_dec) found outcome); [|discriminate].
    subst. f_equal. symmetry. apply (leaf_sound _ q); [|exact Hl]. apply (fed_sound _ p); assumption.
  - destruct (p axis) as [least most|] eqn:Hp; [|discriminate]. destruct (grid d axis) as [from step] eqn:Hg.
    apply andb_prop in H as [H Hr]. apply andb_prop in H as [H Hl]. apply andb_prop in H as [H _].
    apply andb_prop in H as [Hs Hm].
    apply Z.ltb_lt in Hs. apply Z.eqb_eq in Hm.
    pose proof (Hin axis) as Ha. rewrite Hp in Ha. simpl in Ha. destruct (e axis) as [z|] eqn:He; [|contradiction].
    pose proof (Hgrid axis z He) as Hz. rewrite Hg in Hz. simpl in Hz.
    destruct (z <? at_) eqn:Hlt.
    + apply Z.ltb_lt in Hlt. apply IHl with (5 := Hl); try assumption.
      intros j. unfold set. destruct (Nat.eqb axis j) eqn:Hj; [|apply Hin].
      apply Nat.eqb_eq in Hj. subst j. rewrite He. simpl. pose proof (step_below z at_ from step Hs Hz Hm Hlt). lia.
    + apply Z.ltb_ge in Hlt. apply IHr with (5 := Hr); try assumption.
      intros j. unfold set. destruct (Nat.eqb axis j) eqn:Hj; [|apply Hin].
      apply Nat.eqb_eq in Hj. subst j. rewrite He. simpl. lia.
  - apply existsb_exists in H as [[i s] [Hd He]]. unfold is_empty in He. simpl in He.
    destruct (bounds s p) as [[a b]|] eqn:Hb; [|discriminate].
    destruct (p i) as [least most|] eqn:Hp; [|discriminate].
    destruct (bounds_sound p e s Hin a b Hb) as [z [Hv Hz]].
    rewrite (Hwork i s Hd) in Hv. pose proof (Hin i) as Ha. rewrite Hp, Hv in Ha. simpl in Ha.
    apply orb_prop in He as [He|He]; apply Z.ltb_lt in He; lia.
Qed.

Print Assumptions checker_sound.
Print Assumptions unique_sound.
Print Assumptions any_sound.
