// What the steps of the greeting do: they lead to a prompt, to a typed command, and to a channel with a board.
import type { Person, Screen, Unread } from '../client/types.ts'
import { nextAt } from '../client/zone-time.ts'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'
import { Greeting } from './greeting.tsx'

export interface TourProps {
  screen: Screen
  unread: readonly Unread[]
  onOpen(place: string, user?: string): void
  onDraft(place: string, text: string): void
  onMove(body: { to: string }): Promise<void>
  onDismiss(): void
}

/** By this hour every standup of the day is closed, also in western zones. */
const EVENING_HOUR = 18

export function Tour({ screen, unread, onOpen, onDraft, onMove, onDismiss }: TourProps) {
  const words = useWords()
  const { user, bot, now } = useViewer()

  function typeCommand() {
    const dm = screen.conversations.find((one) => one.is_im && one.user === bot?.id)
    onOpen('app')
    if (dm) onDraft(dm.id, words.greeting.command)
  }
  async function moveToEvening() {
    await onMove({ to: new Date(nextAt(user.tz, now(), EVENING_HOUR)).toISOString() })
    // The summary and the board stand in a channel of the team, which may not be the first one: leads have a quiet one of their own.
    const own = screen.conversations.filter(({ is_im, members }) => !is_im && isTeams(members, user.id, bot))
    const channel = own.find(({ messages }) => messages.length > 0) ?? own[0]
    if (channel === undefined) return
    onOpen(channel.id)
    onDismiss()
  }
  return (
    <Greeting
      app={bot?.realName ?? words.app}
      onOpenMessages={() => onOpen('app', whoHasMessages(screen, unread, bot?.id) ?? user.id)}
      onTypeCommand={typeCommand}
      onMoveClock={() => void moveToEvening()}
      onDismiss={onDismiss}
    />
  )
}

/** The current user if the app wrote to them, otherwise another to whom it did. */
function whoHasMessages(
  screen: Screen,
  unread: readonly Unread[],
  botId: string | undefined,
): string | undefined {
  const mine = screen.conversations.find((one) => one.is_im && one.user === botId)
  if (mine && mine.messages.length > 0) return screen.user.id
  return unread.find(({ latest, channel }) => latest !== null && channel.startsWith('D'))?.user
}

const isTeams = (members: readonly string[], userId: string, bot: Person | null) =>
  members.includes(userId) && bot !== null && members.includes(bot.id)
