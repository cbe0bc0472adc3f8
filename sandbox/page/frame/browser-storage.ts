// Stores small choices in localStorage; the page works without it.

const PREFIX = 'local-slack '

export function storedChoice(name: string): string | null {
  try {
    return window.localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

export function storeChoice(name: string, value: string): void {
  try {
    window.localStorage.setItem(PREFIX + name, value)
  } catch {
    // Storage is full or forbidden: the choice lasts until the page is left.
  }
}
