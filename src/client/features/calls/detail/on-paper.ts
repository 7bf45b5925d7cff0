import { createContext, useContext } from 'react'

export const OnPaperContext = createContext(false)

/** Whether this is drawn for paper: all unfolded, and nothing to press. */
export const useIsOnPaper = () => useContext(OnPaperContext)
