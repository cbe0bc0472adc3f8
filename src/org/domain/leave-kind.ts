// The kinds of leave, and those that are work elsewhere: travel and field work are recorded like leave, but counted like any day.

export const LEAVE_KINDS = ['annual', 'personal', 'sick', 'other', 'travel', 'field'] as const
export type LeaveKind = (typeof LEAVE_KINDS)[number]

/** Working days: the person is asked and counted, and colleagues are told where they are. */
export const TRIP_KINDS = ['travel', 'field'] as const satisfies readonly LeaveKind[]
export type TripKind = (typeof TRIP_KINDS)[number]

export const isTrip = (kind: LeaveKind): kind is TripKind => TRIP_KINDS.some((trip) => trip === kind)
