using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Ce que l'on fait du choix d'une prestation par un membre.</summary>
public enum GesteDeChoix
{
    /// <summary>Le membre la prend à compter d'un jour.</summary>
    Choisir,

    /// <summary>Il la quitte au soir d'un jour.</summary>
    Quitter,

    /// <summary>Le choix était une erreur, et n'a servi à rien.</summary>
    Effacer,
}

/// <summary>Le bilan d'un choix fait pour plusieurs membres à la fois.</summary>
public sealed record BilanDeChoix(int Faits, IReadOnlyList<AdmissionRefusee> Refuses);

/// <summary>Change les prestations à la carte d'un membre, ou en fait choisir une à plusieurs (B6).</summary>
public sealed class ModifierChoix(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    IEnumerable<IUsageDUnChoix> usages
)
{
    private const int Paquet = 100;

    public async Task ExecuterAsync(
        Acteur acteur,
        AdhesionId id,
        int versionLue,
        PrestationId prestation,
        GesteDeChoix geste,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var adhesion = await contexte.AdhesionAsync(acteur, id, annulation);
        contexte.ExigerVersion(adhesion, versionLue);
        var groupement = await contexte.GroupementAsync(acteur, adhesion.Groupement, annulation);
        var definition = groupement.PrestationDe(prestation);
        if (geste is not GesteDeChoix.Effacer)
        {
            (await FenetreAsync(contexte, groupement, jour, annulation)).Exiger();
        }

        switch (geste)
        {
            case GesteDeChoix.Choisir:
                adhesion.Choisir(definition, jour);
                break;
            case GesteDeChoix.Quitter:
                adhesion.Quitter(definition, jour);
                break;
            case GesteDeChoix.Effacer:
                adhesion.EffacerChoix(definition, await CompterAsync(contexte, adhesion, prestation, annulation));
                break;
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Fait choisir une prestation à plusieurs membres ; ceux qu'une règle écarte sont dits, les autres la prennent.</summary>
    public async Task<BilanDeChoix> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        IReadOnlyCollection<AdhesionId> adhesions,
        PrestationId prestation,
        DateOnly du,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var cible = await contexte.GroupementAsync(acteur, groupement, jeton);
                var definition = cible.PrestationDe(prestation);
                (await FenetreAsync(contexte, cible, du, jeton)).Exiger();
                var faits = 0;
                List<AdmissionRefusee> refuses = [];
                foreach (var paquet in adhesions.Distinct().Chunk(Paquet))
                {
                    var lues = await contexte
                        .Adhesions.Where(a => a.Groupement == groupement && paquet.Contains(a.Id))
                        .ToListAsync(jeton);
                    List<(CollectiviteId, Verdict)> ecartes = [];
                    foreach (var adhesion in lues)
                    {
                        if (adhesion.PeutChoisir(definition, du) is { EstFavorable: false } refus)
                        {
                            ecartes.Add((adhesion.Collectivite, refus));
                            continue;
                        }

                        adhesion.Choisir(definition, du);
                        faits++;
                    }

                    foreach (var (collectivite, refus) in ecartes)
                    {
                        refuses.Add(new(collectivite, await contexte.NomAsync(collectivite, jeton), refus.Obstacles));
                    }

                    await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                    contexte.ChangeTracker.Clear();
                }

                return new BilanDeChoix(faits, refuses);
            },
            annulation
        );
    }

    /// <summary>Un choix ne change que dans une fenêtre d'adhésion, dès que le groupement en tient (RG1.17).</summary>
    private static async Task<Verdict> FenetreAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var fenetre = await contexte.FenetreAsync(
            groupement,
            jour,
            await contexte.ConsultationsAsync(groupement.Id, annulation),
            annulation
        );
        return Verdict.De(new ChoixDansUneFenetre(jour, fenetre.EstSuivie, fenetre.Periode));
    }

    private async Task<int> CompterAsync(
        MarchesDbContext contexte,
        Adhesion adhesion,
        PrestationId prestation,
        CancellationToken annulation
    )
    {
        var total = 0;
        foreach (var usage in usages)
        {
            total += await usage.CompterAsync(contexte, adhesion.Groupement, adhesion.Collectivite, prestation, annulation);
        }

        return total;
    }
}

/// <summary>Ce qu'une capacité a fait du choix d'un membre : tant que le compte n'est pas nul, il ne s'efface pas (RG1.22).</summary>
public interface IUsageDUnChoix
{
    Task<int> CompterAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        CollectiviteId membre,
        PrestationId prestation,
        CancellationToken annulation
    );
}
