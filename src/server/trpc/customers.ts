import { customerEraseSchema, erasedSchema } from '../domain/customer.schema.ts'
import { eraseCustomer } from '../services/erase-customer.ts'
import { may, router } from './init.ts'

export const customersRouter = router({
  erase: may('customers.erase')
    .input(customerEraseSchema)
    .output(erasedSchema)
    .mutation(({ ctx, input }) => eraseCustomer(ctx.deps, ctx.identity, input)),
})
