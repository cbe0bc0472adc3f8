// The title of a conversation.
import type { Conversation } from '../client/types.ts'
import { useViewer } from '../text/viewer.ts'

/** `#sales`, or the other one's name. */
export function useTitle(conversation: Conversation): string {
  const { people, user } = useViewer()
  if (!conversation.is_im) return `#${conversation.name}`
  return people.get(conversation.user ?? user.id)?.realName ?? ''
}
