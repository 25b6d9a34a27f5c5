/** SQL for the hospitals whose rows programs of the operator read; one that has moved to another installation is refused. */
export const hospitalsHere = `SELECT id, slug FROM hospital WHERE move_state IS DISTINCT FROM 'moved' ORDER BY slug`;
