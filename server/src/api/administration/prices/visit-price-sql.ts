/**
 * Returns the SQL of the price of a visit with doctor `p`, as `{ id, number, currency, minor }` of its list, from the list in force at `at`. The most
 * specific entry counts: its department before the title, the title before the kind. The arguments are SQL.
 */
export const visitPriceSql = ({ department, kind, at }: { department: string; kind: string; at: string }): string => `(
  SELECT json_build_object('id', l.id, 'number', l.number, 'currency', l.currency, 'minor', e.minor) FROM (
    SELECT id, number, currency FROM price_list WHERE withdrawn_at IS NULL AND valid_from <= ${at}
    ORDER BY valid_from DESC, number DESC LIMIT 1) l
  JOIN price e ON e.price_list_id = l.id
  WHERE (e.department_id IS NULL OR e.department_id = ${department})
    AND (e.title IS NULL OR e.title = p.title) AND (e.kind IS NULL OR e.kind = ${kind})
  ORDER BY e.department_id IS NULL, e.title IS NULL, e.kind IS NULL LIMIT 1)`;
