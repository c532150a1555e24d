using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Database;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Dépôt en vrac : le CDG pose d'un coup les classeurs rendus par les membres ; chacun se reconnaît à sa feuille masquée.</summary>
/// <remarks>
/// Trois temps : recevoir (le fichier est rangé), examiner (un aperçu par fichier), appliquer (chaque fichier dans sa propre
/// transaction : l'un qui échoue n'arrête pas les autres). Les deux derniers se rejouent sans dommage après une coupure.
/// </remarks>
public sealed class DeposerEnVrac(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    PreparerImport preparer,
    AppliquerImport appliquer,
    HorlogeLegale horloge
)
{
    /// <summary>Le plus grand nombre de classeurs d'un dépôt.</summary>
    public const int FichiersAuPlus = 500;

    /// <summary>Au-delà, l'examen et l'application sont des travaux de fond.</summary>
    public const int SansTravailJusqua = 5;

    /// <summary>Range un fichier du dépôt ; celui qu'on ne peut pas garder y figure avec la phrase du refus.</summary>
    public async Task RecevoirAsync(
        Acteur acteur,
        CampagneId campagne,
        Guid depot,
        Stream fichier,
        string nom,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.CampagneAGererAsync(acteur, campagne, annulation);
        if (await contexte.ImportsDeRecensement.CountAsync(i => i.Depot == depot, annulation) >= FichiersAuPlus)
        {
            throw new RefusException(
                $"Un dépôt prend {FichiersAuPlus} fichiers au plus : les premiers sont reçus, déposez les autres en une seconde fois."
            );
        }

        Guid? piece = null;
        string? refus = null;
        try
        {
            piece = (await magasin.DeposerAsync(contexte, fichier, nom, acteur, [TypesMime.Xlsx], annulation)).Id;
        }
        catch (RefusException cause)
        {
            refus = cause.Message;
        }

        contexte.ImportsDeRecensement.Add(
            new ImportDeRecensement
            {
                Nature = NatureDImport.Besoins,
                Campagne = campagne,
                Depot = depot,
                PieceId = piece,
                NomDuFichier = nom.Length <= 255 ? nom : nom[..255],
                Etat = refus is null ? EtapeDImport.Recu : EtapeDImport.Refuse,
                Refus = Couper(refus),
                ActeurId = acteur.Id,
                ActeurNom = acteur.Nom,
                CreeLe = horloge.Maintenant,
            }
        );
        await contexte.SaveChangesAsync(annulation);
    }

    /// <summary>Examine les fichiers reçus : un aperçu ou un refus pour chacun.</summary>
    public async Task ExaminerAsync(
        Acteur acteur,
        CampagneId campagne,
        Guid depot,
        IProgress<Avancement>? progres = null,
        CancellationToken annulation = default
    )
    {
        var ids = await IdsAsync(acteur, campagne, depot, EtapeDImport.Recu, annulation);
        var prises = await ReponsesPrisesAsync(campagne, depot, annulation);
        for (var i = 0; i < ids.Count; i++)
        {
            progres?.Report(new Avancement(i, ids.Count, "Lecture des classeurs"));
            await ExaminerUnAsync(acteur, ids[i], prises, annulation);
        }

        progres?.Report(new Avancement(ids.Count, ids.Count, "Lecture des classeurs"));
    }

    /// <summary>Applique des fichiers du dépôt ; un fichier refusé garde sa phrase et n'arrête pas les autres.</summary>
    /// <param name="acteur">Le gestionnaire.</param>
    /// <param name="campagne">La campagne.</param>
    /// <param name="depot">Le dépôt.</param>
    /// <param name="choisis">Les imports à appliquer ; null pour tous ceux qui peuvent l'être.</param>
    /// <param name="mode">Ce que l'on fait, dans chaque fichier, des lignes en erreur.</param>
    /// <param name="progres">Où l'on en est.</param>
    /// <param name="annulation">Abandonne entre deux fichiers.</param>
    public async Task AppliquerAsync(
        Acteur acteur,
        CampagneId campagne,
        Guid depot,
        IReadOnlyCollection<Guid>? choisis,
        ModeDImport mode,
        IProgress<Avancement>? progres = null,
        CancellationToken annulation = default
    )
    {
        var ids = await IdsAsync(acteur, campagne, depot, EtapeDImport.Apercu, annulation);
        if (choisis is not null)
        {
            ids.RemoveAll(id => !choisis.Contains(id));
        }

        for (var i = 0; i < ids.Count; i++)
        {
            annulation.ThrowIfCancellationRequested();
            progres?.Report(new Avancement(i, ids.Count, "Import des classeurs"));
            try
            {
                var resultat = await appliquer.ExecuterAsync(acteur, ids[i], mode, annulation);
                if (!resultat.Applique)
                {
                    await NoterAsync(ids[i], resultat.Phrase, annulation);
                }
            }
            catch (Exception refus)
                when (refus is RefusException or RegleMetierException or DroitManquantException or DbUpdateConcurrencyException)
            {
                await NoterAsync(ids[i], Phrase(refus), annulation);
            }
        }

        progres?.Report(new Avancement(ids.Count, ids.Count, "Import des classeurs"));
    }

    private static string Phrase(Exception refus) =>
        refus switch
        {
            RefusException => refus.Message,
            RegleMetierException regle => string.Join(" ", regle.Obstacles.Select(o => o.Message)),
            DroitManquantException => "Vous ne pouvez pas saisir les réponses de ce membre : rien n'a été écrit.",
            _ => "La réponse a été modifiée au même moment par quelqu'un d'autre : rien n'a été écrit. Recommencez.",
        };

    private static string? Couper(string? phrase) =>
        phrase is { Length: > ImportDeRecensement.LongueurDuRefus } ? phrase[..ImportDeRecensement.LongueurDuRefus] : phrase;

    private async Task<List<Guid>> IdsAsync(
        Acteur acteur,
        CampagneId campagne,
        Guid depot,
        EtapeDImport etat,
        CancellationToken annulation
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.CampagneAGererAsync(acteur, campagne, annulation);
        return await contexte
            .ImportsDeRecensement.Where(i => i.Depot == depot && i.Campagne == campagne && i.Etat == etat)
            .OrderBy(i => i.NomDuFichier)
            .ThenBy(i => i.Id)
            .Select(i => i.Id)
            .ToListAsync(annulation);
    }

    /// <summary>Les réponses déjà portées par un fichier du dépôt : deux classeurs d'une même réponse se contrediraient.</summary>
    private async Task<Dictionary<ReponseId, string>> ReponsesPrisesAsync(
        CampagneId campagne,
        Guid depot,
        CancellationToken annulation
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var examines = await contexte
            .ImportsDeRecensement.Where(i => i.Depot == depot && i.Campagne == campagne && i.Etat == EtapeDImport.Apercu)
            .Select(i => new { i.NomDuFichier, i.Contenu })
            .ToListAsync(annulation);
        Dictionary<ReponseId, string> prises = [];
        foreach (var examine in examines)
        {
            var apercu = ApercuDeBesoins.DeJson(examine.Contenu);
            foreach (var reponse in apercu.Lignes.Select(l => l.Reponse).Concat(apercu.Neants.Select(n => n.Reponse)))
            {
                prises.TryAdd(new ReponseId(reponse), examine.NomDuFichier);
            }
        }

        return prises;
    }

    private async Task ExaminerUnAsync(Acteur acteur, Guid id, Dictionary<ReponseId, string> prises, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var import = await contexte.ImportsDeRecensement.SingleAsync(i => i.Id == id, annulation);
        try
        {
            var piece = await contexte.Pieces.AsNoTracking().SingleAsync(p => p.Id == import.PieceId, annulation);
            await using var fichier = magasin.Ouvrir(piece);
            var (examen, empreinte) = await preparer.LireAsync(
                contexte,
                acteur,
                fichier,
                import.NomDuFichier,
                import.Campagne,
                null,
                annulation
            );
            var doublon = examen.Reponses.FirstOrDefault(prises.ContainsKey);
            if (doublon != default)
            {
                throw new RefusException(
                    $"« {import.NomDuFichier} » et « {prises[doublon]} » sont deux classeurs de la même réponse : seul le premier est retenu. Gardez le bon et déposez-le seul."
                );
            }

            foreach (var reponse in examen.Reponses)
            {
                prises[reponse] = import.NomDuFichier;
            }

            PreparerImport.Retenir(import, examen, empreinte);
        }
        catch (RefusException refus)
        {
            (import.Etat, import.Refus) = (EtapeDImport.Refuse, Couper(refus.Message));
        }

        await contexte.SaveChangesAsync(annulation);
    }

    private async Task NoterAsync(Guid id, string phrase, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var coupee = Couper(phrase);
        await contexte
            .ImportsDeRecensement.Where(i => i.Id == id)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.Refus, coupee), annulation);
    }
}
