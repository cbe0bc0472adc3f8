// What the bot shows of one person to another, and is therefore recorded for whom it is about.

/** What can be looked at. */
export const PERSONAL_DATA = ['numbers', 'plan', 'report', 'leave'] as const
export type PersonalData = (typeof PERSONAL_DATA)[number]
