import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What stands unfolded on the page of this entry. */
    unfolded?: readonly string[]
  }
}

/** Whether something stands unfolded: "back" finds it as it was left, also after a reload. */
export function useUnfolded(name: string) {
  const router = useRouter()
  const [isUnfolded, setIsUnfolded] = useState(
    () => router.state.location.state.unfolded?.includes(name) === true,
  )
  const toggle = () => {
    setIsUnfolded(!isUnfolded)
    void router.navigate({
      to: '.',
      search: true,
      hash: true,
      replace: true,
      state: ({ unfolded = [], ...rest }) => ({
        ...rest,
        unfolded: [...unfolded.filter((other) => other !== name), ...(isUnfolded ? [] : [name])],
      }),
    })
  }
  return { isUnfolded, toggle }
}
