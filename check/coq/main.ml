(* Reads decisions with their certificates as whole numbers, and says 1 or 0 for each: accepted or not.
   tests/decisions/certificates/theorem.py writes them. *)
open Checker

let number () = Scanf.scanf " %d" Fun.id
let several read = List.init (number ()) (fun _ -> read ())
let pair one other () = let first = one () in (first, other ())

let policy () =
  List.nth [First; Unique; Any; Every; Sum; Least; Most; Count] (number ())

let rule () =
  let place = number () in
  let conditions = several (pair number (fun () -> several (pair number number))) in
  { place; conditions; result = several number }

let table () =
  let by_policy = policy () in
  let rules = several rule in
  { by_policy; rules; default = several (fun () -> several number) }

let rec sum () =
  match number () with
  | 0 -> Number (number ())
  | 1 -> Answer (number ())
  | _ ->
      let work = List.nth [Plus; Minus; Times; Over; Lesser; Greater] (number ()) in
      let one = sum () in
      Work (work, one, sum ())

let rec tree () =
  match number () with
  | 0 ->
      let places = several number in
      Leaf (places, several (fun () -> several number))
  | 1 ->
      let axis = number () in
      let at = number () in
      let low = tree () in
      Cut (axis, at, low, tree ())
  | _ -> Empty

let at all beyond i = match List.nth_opt all i with Some one -> one | None -> beyond

let () =
  for _ = 1 to number () do
    let grid = several (pair number number) in
    let whole = several (pair number number) in
    let derived = several (pair number sum) in
    let feeding = several (pair number table) in
    let main = table () in
    let certificate = tree () in
    let part = at (List.map (fun (least, most) -> Between (least, most)) whole) (OneOf [None]) in
    print_char (if check { feeding; main; derived; grid = at grid (0, 1) } certificate part then '1' else '0')
  done
