// Draws the Home tab anew each time that someone opens it.
import { z } from 'zod'
import { loadHome } from '../checkins/standup/flows/home.ts'
import { translator } from '../core/i18n/translate.ts'
import { knowPerson } from '../org/flows/ensure-person.ts'
import { homeView } from './home.ts'
import type { EventHandler } from './requests.ts'

const HomeOpened = z.object({ user: z.string().min(1), tab: z.string().optional() })

export const showHome: EventHandler = async (call, context) => {
  const { user, tab } = HomeOpened.parse(call.event)
  if (tab === 'messages') return
  const who = await knowPerson(context, call.workspaceId, user)
  if (!who || who.isBot || who.deactivated) return
  await call.publishHome(user, homeView(await loadHome(context.db, who, call.now), translator(who.locale)))
}
