/** A member of staff as other rows name one; the staff-care subgraph knows the rest. */
export type StaffReference = Readonly<{ id: string }>;
