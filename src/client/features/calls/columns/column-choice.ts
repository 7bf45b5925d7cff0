/** What a person made of the columns of one tab; kept in their browser. */
export type ColumnChoice = {
  hidden: readonly string[]
  /** Ids in their order; columns that are not named follow in their own. */
  order: readonly string[]
  widths: Readonly<Record<string, number>>
}

const [LEAST_REM, MOST_REM] = [3, 40]

export const usualColumns: ColumnChoice = { hidden: [], order: [], widths: {} }

/** Whatever is kept that cannot be read is as if nothing were. */
export function readColumnChoice(kept: string | undefined): ColumnChoice {
  try {
    return columnChoiceIn(JSON.parse(kept ?? ''))
  } catch {
    return usualColumns
  }
}

/** As much as can be read of what was kept. */
export function columnChoiceIn(kept: Record<string, unknown>): ColumnChoice {
  const { hidden, order, widths } = kept
  return { hidden: idsIn(hidden), order: idsIn(order), widths: widthsIn(widths) }
}

const idsIn = (kept: unknown): string[] =>
  Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, 40) : []

function widthsIn(kept: unknown): Record<string, number> {
  const isWidth = (width: unknown) =>
    typeof width === 'number' && width >= LEAST_REM && width <= MOST_REM
  const widths = Object.entries(kept ?? {}).filter(([, width]) => isWidth(width))
  return Object.fromEntries(widths.slice(0, 40))
}

/** The name leads every row, and the actions end it. */
export const isFixed = (id: string): boolean => id === 'customer' || id === 'actions'

type Column = { id: string; width: number }

/** The columns in the person's order and widths, the hidden ones too. */
export function ordered<C extends Column>(columns: readonly C[], choice: ColumnChoice): C[] {
  const { order, widths } = choice
  const place = ({ id }: C, index: number) => {
    if (id === 'customer') return -1
    if (id === 'actions') return Number.POSITIVE_INFINITY
    const at = order.indexOf(id)
    return at === -1 ? order.length + index : at
  }
  return columns
    .map((column, index) => ({ column, place: place(column, index) }))
    .sort((a, b) => a.place - b.place)
    .map(({ column }) => {
      const width = widths[column.id]
      return width === undefined ? column : { ...column, width }
    })
}

/** The columns as the person wants to see them. */
export function chosen<C extends Column>(columns: readonly C[], choice: ColumnChoice): C[] {
  return ordered(columns, choice).filter(({ id }) => isFixed(id) || !choice.hidden.includes(id))
}

export const toggled = (choice: ColumnChoice, id: string): ColumnChoice => ({
  ...choice,
  hidden: choice.hidden.includes(id)
    ? choice.hidden.filter((other) => other !== id)
    : [...choice.hidden, id],
})

/** Moves a column by one place among those that can be moved; `ids` are all, as they stand. */
export function moved(
  choice: ColumnChoice,
  { ids, id, by }: { ids: readonly string[]; id: string; by: 1 | -1 },
): ColumnChoice {
  const order = ids.filter((each) => !isFixed(each))
  const from = order.indexOf(id)
  const to = from + by
  const other = order[to]
  if (from === -1 || other === undefined) return choice
  order[from] = other
  order[to] = id
  return { ...choice, order }
}

export const resized = (choice: ColumnChoice, id: string, widthRem: number): ColumnChoice => ({
  ...choice,
  widths: {
    ...choice.widths,
    [id]: Math.round(Math.min(MOST_REM, Math.max(LEAST_REM, widthRem)) * 4) / 4,
  },
})
