// Keeps each user's unsent text for each conversation.
import { useState } from 'react'

/** @returns the current user's drafts by conversation, and how to change one, theirs or another's */
export function useDrafts(
  user: string,
): [Readonly<Record<string, string>>, (place: string, text: string, of?: string) => void] {
  const [all, setAll] = useState<Readonly<Record<string, Readonly<Record<string, string>>>>>({})
  const set = (place: string, text: string, of = user) =>
    setAll((last) => ({ ...last, [of]: { ...last[of], [place]: text } }))
  return [all[user] ?? {}, set]
}
