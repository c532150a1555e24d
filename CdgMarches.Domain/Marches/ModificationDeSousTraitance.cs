namespace CdgMarches.Domain.Marches;

/// <summary>Un acte spécial de sous-traitance modifié : ce qu'il vaut désormais (données essentielles, schéma 2.0).</summary>
/// <param name="Acte">Le numéro de l'acte modifié.</param>
/// <param name="NotifieeLe">Le jour où la modification est notifiée au sous-traitant.</param>
/// <param name="MontantHtCentimes">Le nouveau montant hors taxes, en centimes ; nul s'il ne change pas.</param>
/// <param name="DureeEnMois">La nouvelle durée, en mois ; nulle si elle ne change pas.</param>
public sealed record ModificationDeSousTraitance(int Acte, DateOnly NotifieeLe, long? MontantHtCentimes, int? DureeEnMois);
