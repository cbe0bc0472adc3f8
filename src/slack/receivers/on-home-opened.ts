// Publishes the Home tab each time that a person opens it.
import { z } from 'zod'
import type { EventHandler } from '../requests.ts'

const HomeOpened = z.object({ user: z.string().min(1), tab: z.string().optional() })

export const onHomeOpened: EventHandler = async (call) => {
  const { user, tab } = HomeOpened.parse(call.event)
  if (tab !== 'messages') await call.redrawHome(user)
}
