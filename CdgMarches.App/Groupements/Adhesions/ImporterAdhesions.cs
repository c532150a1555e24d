using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Une liste d'adhésions lue et confrontée au référentiel : rien n'est encore écrit.</summary>
/// <param name="Apercu">L'état de chaque ligne.</param>
/// <param name="Collectivites">La collectivité de chaque ligne bonne, par numéro de ligne.</param>
public sealed record ListeDAdhesions(ApercuDImport Apercu, IReadOnlyDictionary<int, CollectiviteId> Collectivites) : IListeLue;

/// <summary>Ouvre des dossiers d'adhésion d'après une liste Excel, avec aperçu : par SIRET, sinon par nom.</summary>
public sealed class ImporterAdhesions(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, OuvrirDossiers ouvrir)
{
    private static readonly ColonneDImport<DateOnly?> Attendu = Colonnes.Date("Attendu le") with { VideConserve = true };

    private static readonly Champs<DossierDejaOuvert> Champs = new Champs<DossierDejaOuvert>().Avec(Attendu, d => d.AttenduLe);

    /// <summary>Le format du fichier : une collectivité par ligne.</summary>
    public static PlanDImport Plan { get; } =
        new("Adhésions", ReconnaitreCollectivites.LeSiret, ReconnaitreCollectivites.LeNom, Attendu);

    /// <summary>Le modèle vide.</summary>
    public static byte[] Modele(DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        EchangeExcel.Ecrire(classeur, Plan, Champs, []);
        classeur.LisezMoi(
            "Liste d'adhésions",
            "Une ligne par collectivité du référentiel.",
            jour,
            "Le SIRET identifie la collectivité ; à défaut, son nom exact.",
            "« Attendu le » : le jour où son dossier complet est attendu, s'il est fixé."
        );
        return classeur.Enregistrer();
    }

    /// <summary>La liste que cet agent importe dans ce groupement.</summary>
    public ImportDeListe<ListeDAdhesions> EnListe(Acteur acteur, GroupementId id)
    {
        acteur.Exiger(Droits.GererGroupements);
        return new(
            $"groupements/{id.Valeur}/adhesions/import",
            (flux, nom, annulation) => LireAsync(acteur, id, flux, nom, annulation)
        );
    }

    /// <exception cref="RefusException">Le fichier n'est pas lisible : la phrase dit pourquoi et que faire.</exception>
    public async Task<ListeDAdhesions> LireAsync(
        Acteur acteur,
        GroupementId id,
        Stream fichier,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        LectureDImport lecture;
        try
        {
            lecture = Plan.Lire(LecteurDeTableur.Lire(fichier, nom));
        }
        catch (FichierRefuseException refus)
        {
            throw new RefusException(refus.Phrase);
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement = await contexte.GroupementAsync(acteur, id, annulation);
        var membres = await contexte.Collectivites.ReconnaitreAsync(lecture, annulation);
        CollectiviteId[] ids = [.. membres.Values.Select(m => m.Id).Distinct()];
        var parCle = membres.Values.DistinctBy(m => m.Designation).ToDictionary(m => m.Designation, m => m.Id);
        var ouverts = await contexte
            .DossiersDAdhesion.Where(d =>
                d.Groupement == id
                && ids.Contains(d.Collectivite)
                && (d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours)
            )
            .Select(d => new { d.Collectivite, d.AttenduLe })
            .ToDictionaryAsync(d => d.Collectivite, d => new DossierDejaOuvert(d.AttenduLe), annulation);
        var faits = await contexte.FaitsDOuvertureAsync(groupement, ids, horloge.Aujourdhui, annulation);
        var apercu = ApercuDImport.Construire(
            lecture,
            l => membres.TryGetValue(l.Numero, out var membre) ? membre.Designation : null,
            cle => ouverts.GetValueOrDefault(parCle[cle]),
            Champs,
            (ligne, ouvert) =>
            {
                if (membres.TryGetValue(ligne.Numero, out var membre))
                {
                    Controler(ligne, faits[membre.Id], ouvert);
                }
            }
        );
        return new ListeDAdhesions(apercu, membres.ToDictionary(m => m.Key, m => m.Value.Id));
    }

    /// <summary>Ouvre un dossier par ligne bonne ; les lignes en erreur sont laissées.</summary>
    public async Task<BilanDOuverture> AppliquerAsync(
        Acteur acteur,
        GroupementId id,
        ListeDAdhesions liste,
        bool prevenir,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        List<DossierDAdhesionId> ouverts = [];
        List<AdmissionRefusee> refuses = [];
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                ouverts.Clear();
                refuses.Clear();
                foreach (var paquet in liste.Apercu.LignesAEcrire.GroupBy(l => l.Source.Lire(Attendu)))
                {
                    var bilan = await ouvrir.OuvrirAsync(
                        contexte,
                        acteur,
                        new DossiersAOuvrir(
                            id,
                            [.. paquet.Select(l => liste.Collectivites[l.Numero])],
                            OrigineDAdhesion.Import,
                            paquet.Key,
                            [],
                            prevenir
                        ),
                        jeton
                    );
                    ouverts.AddRange(bilan.Ouverts);
                    refuses.AddRange(bilan.Refuses);
                }
            },
            annulation
        );
        return new BilanDOuverture(ouverts, refuses, []);
    }

    /// <summary>Un dossier déjà ouvert est laissé tel quel : la liste se dépose autant de fois qu'on veut.</summary>
    private void Controler(LigneDImport ligne, FaitsDOuverture faits, DossierDejaOuvert? ouvert)
    {
        var attendu = ligne.Lire(Attendu);
        if (ouvert is null)
        {
            foreach (var obstacle in DossierDAdhesion.PeutOuvrir(faits, horloge.Aujourdhui, attendu).Obstacles)
            {
                ligne.Refuser(null, obstacle.Message);
            }
        }
        else if (attendu is not null && attendu != ouvert.AttenduLe)
        {
            ligne.Refuser(
                Attendu,
                $"son dossier est déjà ouvert, {(ouvert.AttenduLe is { } le ? $"attendu le {Formats.DateLongue(le)}" : "sans date attendue")} ; changez cette date sur son dossier."
            );
        }
    }

    /// <summary>Le dossier que la collectivité a déjà.</summary>
    private sealed record DossierDejaOuvert(DateOnly? AttenduLe);
}
