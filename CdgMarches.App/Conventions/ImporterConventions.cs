using System.Text.Json;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Une ligne bonne du fichier : qui, quelle convention s'il y en a une, et les actes qu'elle aura.</summary>
/// <param name="Collectivite">La collectivité.</param>
/// <param name="Convention">Celle que la ligne date ; nulle si elle en ouvre une.</param>
/// <param name="VersionLue">Sa version à l'aperçu.</param>
/// <param name="Actes">Les actes, ceux du fichier et ceux qu'il ne porte pas.</param>
/// <param name="Motif">Le motif d'un effet antérieur aux signatures.</param>
public sealed record CibleDImport(
    CollectiviteId Collectivite,
    ConventionDAccesId? Convention,
    int? VersionLue,
    ActesDAcces Actes,
    string? Motif
);

/// <summary>Une liste de conventions lue et confrontée à la base : rien n'est encore écrit.</summary>
/// <param name="Apercu">L'état de chaque ligne.</param>
/// <param name="Cibles">Ce que chaque ligne bonne écrira, par numéro de ligne.</param>
public sealed record ListeDeConventions(ApercuDImport Apercu, IReadOnlyDictionary<int, CibleDImport> Cibles) : IListeLue;

/// <summary>Ce qu'un import a écrit, et les lignes qu'il a laissées.</summary>
public sealed record BilanDImportDeConventions(int Ouvertes, int Datees, IReadOnlyList<string> Refus);

/// <summary>Lit une liste de conventions d'accès, en montre l'aperçu, puis ouvre et date celles qui sont bonnes.</summary>
/// <remarks>Une colonne absente ne touche à rien ; une cellule vide laisse l'acte déjà connu. Les règles sont celles de l'écran.</remarks>
public sealed class ImporterConventions(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    HorlogeLegale horloge
)
{
    /// <summary>La liste que cet agent importe.</summary>
    public ImportDeListe<ListeDeConventions> EnListe(Acteur acteur)
    {
        acteur.Exiger(Droits.GererConventions);
        return new("conventions/import", (flux, nom, annulation) => LireAsync(acteur, flux, nom, annulation));
    }

    /// <exception cref="RefusException">Le fichier n'est pas lisible : la phrase dit pourquoi et que faire.</exception>
    public async Task<ListeDeConventions> LireAsync(
        Acteur acteur,
        Stream fichier,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        LectureDImport lecture;
        try
        {
            lecture = FormatDesConventions.Plan.Lire(LecteurDeTableur.Lire(fichier, nom));
        }
        catch (FichierRefuseException refus)
        {
            throw new RefusException(refus.Phrase);
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var membres = await contexte
            .Collectivites.Where(c => c.Categorie != CategorieDeCollectivite.CentreDeGestion)
            .ReconnaitreAsync(lecture, annulation);
        var ids = membres.Values.Select(m => m.Id).Distinct().ToList();
        var parCle = membres.Values.DistinctBy(m => m.Designation).ToDictionary(m => m.Designation, m => m.Id);
        var conventions = (
            await contexte
                .ConventionsDAcces.AsNoTracking()
                .AsSplitQuery()
                .Where(c => ids.Contains(c.Collectivite) && c.AbandonneeLe == null)
                .ToListAsync(annulation)
        ).ToLookup(c => c.Collectivite);
        var regles = (await parametres.ValeursAsync(annulation)).ReglesUsuelles(horloge.Aujourdhui);
        Dictionary<int, CibleDImport> cibles = [];
        var apercu = ApercuDImport.Construire(
            lecture,
            l => membres.TryGetValue(l.Numero, out var membre) ? membre.Designation : null,
            cle => ADater(conventions[parCle[cle]]),
            FormatDesConventions.Champs,
            (ligne, existante) =>
            {
                if (!membres.TryGetValue(ligne.Numero, out var membre))
                {
                    return;
                }

                var autres = conventions[membre.Id]
                    .Where(c => c.Id != existante?.Id)
                    .Select(c => new AutreConvention(c.Reference.ToString(), c.PeriodeEnVigueur))
                    .ToList();
                var cible = new CibleDImport(
                    membre.Id,
                    existante?.Id,
                    existante?.Version,
                    FormatDesConventions.Lire(ligne, existante?.Actes ?? ActesDAcces.Aucun),
                    ligne.Lire(FormatDesConventions.Motif)
                );
                Controler(ligne, cible, existante, autres, regles);
                cibles[ligne.Numero] = cible;
            }
        );
        return new ListeDeConventions(apercu, cibles);
    }

    /// <summary>Écrit les lignes bonnes en une transaction ; ce qui a changé depuis l'aperçu est refusé, et dit.</summary>
    public async Task<BilanDImportDeConventions> AppliquerAsync(
        Acteur acteur,
        ListeDeConventions liste,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                List<string> refus = [];
                List<LigneDImportDeConventions> ecrites = [];
                var lignes = liste.Apercu.LignesAEcrire.ToList();
                var regles = (await parametres.ValeursAsync(jeton)).ReglesUsuelles(horloge.Aujourdhui);
                foreach (var ligne in lignes)
                {
                    var cible = liste.Cibles[ligne.Numero];
                    if (await EcrireAsync(contexte, acteur, ligne.Numero, cible, regles, jeton) is { } ecrite)
                    {
                        ecrites.Add(ecrite);
                    }
                    else
                    {
                        refus.Add(
                            $"Ligne {ligne.Numero} : la convention de cette collectivité a changé depuis l'aperçu. Elle est laissée ; relisez le fichier."
                        );
                    }
                }

                contexte.Add(
                    ImportDeConventions.Appliquer(
                        liste.Apercu.NomDeFichier,
                        liste.Apercu.Empreinte,
                        acteur.Nom,
                        horloge.Maintenant,
                        refus.Count + liste.Apercu.Nombre(EtatDeLigne.Erreur),
                        ecrites
                    )
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return new BilanDImportDeConventions(
                    ecrites.Count(e => e.Effet is EffetDImport.Ouverte),
                    ecrites.Count(e => e.Effet is EffetDImport.Datee),
                    refus
                );
            },
            annulation
        );
    }

    private async Task<LigneDImportDeConventions?> EcrireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        int numero,
        CibleDImport cible,
        ReglesDAcces regles,
        CancellationToken annulation
    )
    {
        var jour = horloge.Aujourdhui;
        contexte.ChangeTracker.Clear();
        await contexte.VerrouillerAsync([cible.Collectivite], annulation);
        var autres = (await contexte.AutresConventionsAsync([cible.Collectivite], cible.Convention, annulation))[
            cible.Collectivite
        ]
            .ToList();
        ConventionDAcces convention;
        string? avant = null;
        IReadOnlyList<FaitSousLaConvention> faits = [];
        if (cible.Convention is { } id)
        {
            convention = await contexte.ConventionAsync(acteur, id, annulation);
            if (convention.Version != cible.VersionLue)
            {
                return null;
            }

            faits = await contexte.FaitsSousAsync(convention, horloge, annulation);
            if (!convention.PeutDater(cible.Actes, jour, autres, [], faits).EstFavorable)
            {
                return null;
            }

            avant = JsonSerializer.Serialize(convention.Actes);
        }
        else if (ConventionDAcces.PeutPreparer(autres, regles).EstFavorable)
        {
            var rang = await contexte.NumeroterAsync(ReferenceDeConvention.Serie(jour.Year), annulation);
            convention = ConventionDAcces.Preparer(new ReferenceDeConvention(jour.Year, rang), cible.Collectivite, regles, jour);
            convention.Confier(acteur.Id == Guid.Empty ? null : acteur.Id);
            contexte.Add(convention);
        }
        else
        {
            return null;
        }

        // A file relates what was signed before: its annexes are on paper, and are added to the dossier afterwards.
        convention.Dater(cible.Actes, jour, autres, [], cible.Motif, faits);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return new LigneDImportDeConventions(
            numero,
            convention.Id,
            avant is null ? EffetDImport.Ouverte : EffetDImport.Datee,
            avant,
            convention.Version
        );
    }

    /// <summary>La convention que la ligne date : celle en préparation, sinon celle qui court ; nulle si toutes ont fini.</summary>
    private ConventionDAcces? ADater(IEnumerable<ConventionDAcces> conventions) =>
        conventions
            .Where(c => c.PremierJour is null || c.DernierJour is null || c.DernierJour >= horloge.Aujourdhui)
            .OrderBy(c => c.PremierJour is null ? 0 : 1)
            .ThenByDescending(c => c.PremierJour)
            .FirstOrDefault();

    private void Controler(
        LigneDImport ligne,
        CibleDImport cible,
        ConventionDAcces? existante,
        IReadOnlyList<AutreConvention> autres,
        ReglesDAcces regles
    )
    {
        var jour = horloge.Aujourdhui;
        if (existante is not null && cible.Actes == existante.Actes)
        {
            return;
        }

        var convention =
            existante ?? ConventionDAcces.Preparer(new ReferenceDeConvention(jour.Year, 1), cible.Collectivite, regles, jour);
        var verdict = existante is null
            ? ConventionDAcces.PeutPreparer(autres, regles).Et(convention.PeutDater(cible.Actes, jour, autres, []))
            : existante.PeutDater(cible.Actes, jour, autres, []);
        foreach (var obstacle in verdict.Obstacles)
        {
            ligne.Refuser(FormatDesConventions.ColonneDe(obstacle.Champ), obstacle.Message);
        }

        foreach (var avertissement in verdict.Avertissements)
        {
            if (cible.Motif is null)
            {
                ligne.Refuser(FormatDesConventions.ColonneDe(avertissement.Champ), avertissement.Message);
            }
            else
            {
                ligne.Avertir(
                    FormatDesConventions.ColonneDe(avertissement.Champ),
                    $"{avertissement.Message} Motif donné : {cible.Motif}"
                );
            }
        }
    }
}
