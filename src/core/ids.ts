// The types of ids: the compiler refuses an id of one thing where another is asked for, and takes plain strings at the edges.

/** A string that is known to name one kind of thing. */
type Id<Of extends string> = string & { readonly idOf?: Of }

/** Slack's id of a workspace (`T…`): the tenant, first column of every key. */
export type WorkspaceId = Id<'workspace'>
/** Slack's id of a person (`U…`). */
export type UserId = Id<'user'>
/** Slack's id of a channel or direct message (`C…`, `G…`, `D…`). */
export type ChannelId = Id<'channel'>
/** Our id of a team (uuid). */
export type TeamId = Id<'team'>
/** Our id of a person's membership in a team (uuid). A person in two teams is two members. */
export type MemberId = Id<'member'>
/** A metric's key within its team: a preset's (`calls`) or the team's own (`own-…`). */
export type MetricKey = Id<'metric'>
