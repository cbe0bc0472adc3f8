// Who can read what is posted to a channel, and whether that has become wider.

interface Access {
  /** Null: not known. */
  isPrivate: boolean | null
  isExternal: boolean
}

/** `public`: everybody in the workspace. `external`: people of another organisation too. */
export type ChannelStage = 'private' | 'public' | 'external'

export const stageOf = ({ isPrivate, isExternal }: Access): ChannelStage =>
  isExternal ? 'external' : isPrivate === false ? 'public' : 'private'

/** Null: no more people than before can read it. A channel that was not known is only compared with a public one. */
export function widenedTo(before: Access | null, after: Access): Exclude<ChannelStage, 'private'> | null {
  const stage = stageOf(after)
  if (stage === 'external') return before?.isExternal ? null : 'external'
  return stage === 'public' && before?.isPrivate && !before.isExternal ? 'public' : null
}
