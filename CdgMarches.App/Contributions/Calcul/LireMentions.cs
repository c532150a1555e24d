using CdgMarches.App.Parametres;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>Réunit les mentions qu'un appel doit porter ce jour-là (RG6.31).</summary>
public sealed class LireMentions(LireParametres parametres)
{
    /// <returns>Des textes vides là où rien n'est enregistré : les règles d'émission les nomment.</returns>
    internal async Task<MentionsDuTitre> ExecuterAsync(
        MarchesDbContext contexte,
        string objet,
        string fondement,
        string? deliberation,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var comptable = await contexte
            .ComptablesAssignataires.AsNoTracking()
            .Where(c => c.Debut <= jour && (c.Fin == null || c.Fin >= jour))
            .OrderByDescending(c => c.Debut)
            .FirstOrDefaultAsync(annulation);
        var voies = (await parametres.ValeursAsync(annulation)).EnVigueur(ParametresDesContributions.VoiesDeRecours, jour);
        return new MentionsDuTitre(
            objet,
            fondement,
            deliberation,
            comptable?.Nom ?? "",
            comptable?.AdresseEnClair ?? "",
            comptable?.Iban,
            voies?.Texte ?? "",
            comptable?.Signataire ?? ""
        );
    }
}
