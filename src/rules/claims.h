/* SPDX-License-Identifier: MIT
 *
 * Claims: figures stated in the essays behind the project, recomputed from their inputs.  For src/rules only.
 */
#ifndef PS_RULES_CLAIMS_H
#define PS_RULES_CLAIMS_H

struct decl;

/* Reads the claim of the declaration's table and adds it to the model. */
void claim_read(struct decl *decl);

#endif
