using CdgMarches.App.Parametres;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
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

    /// <summary>Les délais du recouvrement en vigueur ce jour-là, que l'appel fige.</summary>
    internal async Task<DelaisDeRecouvrement> DelaisAsync(DateOnly jour, CancellationToken annulation)
    {
        var valeurs = await parametres.ValeursAsync(annulation);
        return new DelaisDeRecouvrement(
            (int)(valeurs.EnVigueur(ParametresDesContributions.DelaiDePaiement, jour)?.Nombre ?? 30),
            (int)(valeurs.EnVigueur(ParametresDesContributions.EcartEntreRelances, jour)?.Nombre ?? 30)
        );
    }

    /// <summary>Le seuil sous lequel une créance n'est pas mise en recouvrement ce jour-là, en euros (RG6.15).</summary>
    internal async Task<decimal> SeuilAsync(DateOnly jour, CancellationToken annulation) =>
        (await parametres.ValeursAsync(annulation)).EnVigueur(ParametresDesContributions.SeuilDeRecouvrement, jour)?.Nombre ?? 0m;

    /// <summary>Les jours qu'une mise en demeure laisse pour payer : ceux de la convention, sinon ceux d'usage.</summary>
    internal async Task<int> DelaiDeMiseEnDemeureAsync(
        ConventionDAcces? convention,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        convention?.ReglesAu(jour).DelaiDeMiseEnDemeureEnJours
        ?? (int)(
            (await parametres.ValeursAsync(annulation)).EnVigueur(ParametresDesContributions.DelaiDeMiseEnDemeure, jour)?.Nombre
            ?? 30
        );
}
