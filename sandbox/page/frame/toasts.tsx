// Notes at the edge of the page: what arrived for others, and what did not work.
import type { Person } from '../client/types.ts'
import { useWords } from '../words.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icons.tsx'
import { shortName } from './names.ts'
import type { Arrivals } from './use-arrivals.ts'

const MOST_NAMES = 3

export interface ToastsProps {
  arrivals: Arrivals | null
  people: ReadonlyMap<string, Person>
  onSwitch(userId: string, channelId: string): void
  onDismissArrivals(): void
  trouble: string | null
  onDismissTrouble(): void
}

export function Toasts({
  arrivals,
  people,
  onSwitch,
  onDismissArrivals,
  trouble,
  onDismissTrouble,
}: ToastsProps) {
  const words = useWords()
  const shown = arrivals?.people.slice(0, MOST_NAMES) ?? []
  const nameOf = (userId: string) => people.get(userId)?.realName ?? userId
  return (
    <div className="toasts">
      <div role="status" aria-label={words.arrived}>
        {arrivals && shown[0] && (
          <div className="toast" key={arrivals.key}>
            <div className="toast-text">
              <strong>
                {arrivals.people.length === 1
                  ? words.arrivedFor(nameOf(shown[0].user), shown[0].count)
                  : words.arrivedForMany(
                      shown.map(({ user }) => shortName(nameOf(user))),
                      arrivals.people.length,
                    )}
              </strong>
              {arrivals.people.length === 1 && <p>{shown[0].text}</p>}
              <div className="toast-people">
                {shown.map(({ user, channel }) => (
                  <button
                    key={user}
                    type="button"
                    className="button small"
                    onClick={() => onSwitch(user, channel)}
                  >
                    <Avatar
                      person={people.get(user) ?? { id: user, realName: user, isBot: false }}
                      size={20}
                    />
                    {words.switchTo(shortName(nameOf(user)))}
                  </button>
                ))}
              </div>
            </div>
            <Cross onDismiss={onDismissArrivals} />
          </div>
        )}
      </div>
      <div role="alert">
        {trouble && (
          <div className="toast trouble">
            <div className="toast-text">{trouble}</div>
            <Cross onDismiss={onDismissTrouble} />
          </div>
        )}
      </div>
    </div>
  )
}

function Cross({ onDismiss }: { onDismiss(): void }) {
  const words = useWords()
  return (
    <button type="button" className="icon-button" aria-label={words.dismiss} onClick={onDismiss}>
      <Icon name="close" />
    </button>
  )
}
