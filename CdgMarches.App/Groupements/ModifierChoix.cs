using CdgMarches.App.Groupements.Adhesions;
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

/// <summary>Ce qui s'oppose, avant d'agir, aux changements des choix d'un membre.</summary>
/// <param name="Dates">Ce qui s'oppose à tout choix daté du jour examiné.</param>
/// <param name="Effacements">Ce qui s'oppose à tout effacement.</param>
/// <param name="Gestes">Ce que chaque prestation oppose à chacun des gestes.</param>
public sealed record ExamenDesChoix(
    Verdict Dates,
    Verdict Effacements,
    IReadOnlyDictionary<(PrestationId Prestation, GesteDeChoix Geste), Verdict> Gestes
)
{
    /// <summary>Ce qui s'oppose à ce geste sur cette prestation, en plus de ce qui s'oppose à tous.</summary>
    public Verdict De(PrestationId prestation, GesteDeChoix geste) =>
        Gestes.GetValueOrDefault((prestation, geste), Verdict.Favorable);
}

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
        var usages = geste is GesteDeChoix.Effacer ? await CompterAsync(contexte, adhesion, prestation, annulation) : 0;
        var permis = await PeriodeAsync(contexte, groupement, geste is GesteDeChoix.Effacer ? null : jour, annulation);
        permis.Et(Juger(adhesion, definition, geste, jour, usages)).Exiger();

        switch (geste)
        {
            case GesteDeChoix.Choisir:
                adhesion.Choisir(definition, jour);
                break;
            case GesteDeChoix.Quitter:
                adhesion.Quitter(definition, jour);
                break;
            case GesteDeChoix.Effacer:
                adhesion.EffacerChoix(definition, usages);
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
                (await PeriodeAsync(contexte, cible, du, jeton)).Exiger();
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

    /// <summary>Ce qui s'oppose, ce jour-là, à chacun des gestes qu'un agent peut faire sur les choix d'un membre.</summary>
    public async Task<ExamenDesChoix> ExaminerAsync(
        Acteur acteur,
        AdhesionId id,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var adhesion = await contexte.AdhesionAsync(acteur, id, annulation);
        var groupement = await contexte.GroupementAsync(acteur, adhesion.Groupement, annulation);
        Dictionary<(PrestationId, GesteDeChoix), Verdict> gestes = [];
        foreach (var prestation in groupement.Prestations)
        {
            var usages = adhesion.Choix.Any(c => c.Prestation == prestation.Id)
                ? await CompterAsync(contexte, adhesion, prestation.Id, annulation)
                : 0;
            foreach (var geste in Enum.GetValues<GesteDeChoix>())
            {
                gestes[(prestation.Id, geste)] = Juger(adhesion, prestation, geste, jour, usages);
            }
        }

        return new(
            await PeriodeAsync(contexte, groupement, jour, annulation),
            await PeriodeAsync(contexte, groupement, acte: null, annulation),
            gestes
        );
    }

    /// <summary>Ce qui s'oppose à tout choix daté de ce jour dans un groupement.</summary>
    public async Task<Verdict> ExaminerAsync(
        Acteur acteur,
        GroupementId groupement,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await PeriodeAsync(contexte, await contexte.GroupementAsync(acteur, groupement, annulation), jour, annulation);
    }

    private static Verdict Juger(Adhesion adhesion, Prestation prestation, GesteDeChoix geste, DateOnly jour, int usages) =>
        geste switch
        {
            GesteDeChoix.Choisir => adhesion.PeutChoisir(prestation, jour),
            GesteDeChoix.Quitter => adhesion.PeutQuitter(prestation, jour),
            GesteDeChoix.Effacer => adhesion.PeutEffacerChoix(prestation, usages),
        };

    /// <summary>Un choix ne change que dans une fenêtre d'adhésion, dès que le groupement en tient (RG1.17).</summary>
    /// <param name="contexte">La base.</param>
    /// <param name="groupement">Le groupement.</param>
    /// <param name="acte">Le jour du choix ; nul pour un effacement, qui vaut du jour où il se fait.</param>
    /// <param name="annulation">Abandonne.</param>
    private async Task<Verdict> PeriodeAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        DateOnly? acte,
        CancellationToken annulation
    )
    {
        var saisie = horloge.Aujourdhui;
        var fenetre = await contexte.FenetreAsync(groupement, saisie, annulation);
        return Verdict.De(
            new GroupementNonClos(groupement.Etat),
            new ChoixDansUneFenetre(acte ?? saisie, saisie, fenetre.EstSuivie, fenetre.Periode)
        );
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
