using System.Text.Json;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Une valeur que l'aperçu montre : ce qui change, ou ce qui est fautif.</summary>
public sealed record CelluleMontree(
    string Lettre,
    string Entete,
    string? Ancienne,
    string? Nouvelle,
    Gravite? Gravite,
    string? Message
);

/// <summary>Lit un fichier de collectivités, le confronte au référentiel et garde l'aperçu ; rien d'autre n'est écrit.</summary>
public sealed class PreparerImport(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    private static readonly TimeSpan GardeDesApercus = TimeSpan.FromDays(7);

    /// <exception cref="RefusException">Le fichier n'est pas lisible : la phrase dit pourquoi et que faire.</exception>
    public async Task<ImportDeCollectivitesId> ExecuterAsync(
        Acteur acteur,
        Stream fichier,
        string nomDuFichier,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCollectivites);
        var lecture = Lire(fichier, nomDuFichier);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var existant = await ExistantDuReferentiel.LireAsync(contexte, annulation);
        var apercu = await ComparerAsync(contexte, lecture, existant, annulation);
        var lignes = apercu.Apercu.Lignes.Select(l => Garder(l, apercu)).ToList();
        var import = ImportDeCollectivites.Preparer(
            apercu.Apercu.NomDeFichier,
            apercu.Apercu.Empreinte,
            apercu.Apercu.Feuille,
            (acteur.Id, acteur.Nom),
            horloge.Maintenant,
            apercu.Apercu.Phrase,
            apercu.Apercu.Avis,
            apercu.Apercu.Nombre(EtatDeLigne.Erreur),
            lignes.Count(l => l.AEcrire)
        );
        contexte.Add(import);
        contexte.AddRange(lignes.Select(l => l.De(import.Id)));
        if (!apercu.Apercu.SansErreur)
        {
            contexte.Add(new FichierDesRefus(import.Id, EchangeExcel.EcrireLesRefus(apercu.Apercu)));
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        var limite = horloge.Maintenant - GardeDesApercus;
        await contexte
            .ImportsDeCollectivites.Where(i => i.Etat == EtatDImport.Prepare && i.PrepareLe < limite)
            .ExecuteDeleteAsync(annulation);
        return import.Id;
    }

    private static LectureDImport Lire(Stream fichier, string nom)
    {
        try
        {
            var lecture = FormatDesCollectivites.Plan.Lire(LecteurDeTableur.Lire(fichier, nom));
            return lecture.Lignes.Count > 0 && lecture.Colonnes.Presentes.Any(c => FormatDesCollectivites.EstUneCle(c.Colonne))
                ? lecture
                : throw new RefusException(
                    $"« {nom} » ne contient aucune collectivité reconnaissable : il faut une ligne d'en-têtes avec au moins SIRET ou SIREN, et des lignes dessous. Rien n'a été importé ; partez du modèle."
                );
        }
        catch (FichierRefuseException refus)
        {
            throw new RefusException(refus.Phrase);
        }
    }

    private static async Task<Comparaison> ComparerAsync(
        MarchesDbContext contexte,
        LectureDImport lecture,
        ExistantDuReferentiel existant,
        CancellationToken annulation
    )
    {
        Dictionary<int, (ExistantDuReferentiel.Repere? Fiche, string? Refus)> reperes = [];
        HashSet<string> sirensDuFichier = [];
        foreach (var ligne in lecture.Lignes)
        {
            reperes[ligne.Numero] = existant.Reconnaitre(ligne);
            var siren = ligne.Lire(FormatDesCollectivites.Siret)?[..Siren.Longueur] ?? ligne.Lire(FormatDesCollectivites.Siren);
            if (siren is not null)
            {
                sirensDuFichier.Add(siren);
            }
        }

        await existant.ChargerAsync(contexte, reperes.Values.Select(r => r.Fiche?.Id).OfType<CollectiviteId>(), annulation);
        Dictionary<string, FicheEchangee> avants = [];
        Dictionary<int, string?> cles = [];
        foreach (var ligne in lecture.Lignes)
        {
            var fiche = reperes[ligne.Numero].Fiche;
            var cle = Cle(ligne, fiche);
            cles[ligne.Numero] = cle;
            if (fiche is not null)
            {
                avants[cle!] = Avant(ligne, existant.Fiche(fiche), existant);
            }
        }

        var controle = new ControleDesLignes(existant, sirensDuFichier);
        var apercu = ApercuDImport.Construire(
            lecture,
            l => cles[l.Numero],
            cle => avants.GetValueOrDefault(cle),
            FormatDesCollectivites.Champs,
            (ligne, avant) => controle.Controler(ligne, avant, reperes[ligne.Numero])
        );
        return new Comparaison(apercu, reperes, avants, existant);
    }

    /// <summary>Les deux lignes d'un fichier qui visent la même fiche ont la même clé, quels que soient les numéros donnés.</summary>
    private static string? Cle(LigneDImport ligne, ExistantDuReferentiel.Repere? fiche) =>
        fiche is not null
            ? fiche.Siret?.Valeur ?? fiche.Siren?.Valeur ?? fiche.Id.Valeur.ToString("D")
            : ligne.Lire(FormatDesCollectivites.Siret)
                ?? ligne.Lire(FormatDesCollectivites.Siren)
                ?? ligne.Lire(FormatDesCollectivites.CodeInsee);

    /// <summary>La fiche d'avant, avec l'effectif et la population des années que la ligne nomme.</summary>
    /// <remarks>Une année sans nombre n'apporte rien : elle est tenue pour déjà là.</remarks>
    private static FicheEchangee Avant(LigneDImport ligne, Collectivite c, ExistantDuReferentiel existant)
    {
        var anneeDEffectif = ligne.Lire(FormatDesCollectivites.AnneeDEffectif);
        var anneeDePopulation = ligne.Lire(FormatDesCollectivites.AnneeDePopulation);
        var avant = FicheEchangee.De(c, existant.SirenDe(c.Parent), (int?)anneeDEffectif, (int?)anneeDePopulation);
        if (ligne.Lire(FormatDesCollectivites.Agents) is null)
        {
            avant = avant with { AnneeDEffectif = anneeDEffectif };
        }

        var sansPopulation =
            ligne.Lire(FormatDesCollectivites.PopulationTotale) is null
            && ligne.Lire(FormatDesCollectivites.PopulationMunicipale) is null;
        return sansPopulation ? avant with { AnneeDePopulation = anneeDePopulation } : avant;
    }

    private static LigneAGarder Garder(LigneDApercu ligne, Comparaison comparaison)
    {
        var fiche = comparaison.Reperes[ligne.Numero].Fiche;
        var avant = fiche is null ? null : comparaison.Avants.GetValueOrDefault(ligne.Cle);
        var bonne = ligne.Etat is not EtatDeLigne.Erreur;
        var ecrit = bonne && ligne.Effet is not EffetDeLigne.Aucun;
        return new LigneAGarder(
            ligne,
            ecrit,
            ecrit ? FormatDesCollectivites.Appliquer(ligne.Source, avant ?? new FicheEchangee()) : null,
            avant,
            fiche
        );
    }

    private sealed record Comparaison(
        ApercuDImport Apercu,
        Dictionary<int, (ExistantDuReferentiel.Repere? Fiche, string? Refus)> Reperes,
        Dictionary<string, FicheEchangee> Avants,
        ExistantDuReferentiel Existant
    );

    private sealed record LigneAGarder(
        LigneDApercu Ligne,
        bool AEcrire,
        FicheEchangee? Cible,
        FicheEchangee? Avant,
        ExistantDuReferentiel.Repere? Fiche
    )
    {
        public LigneImportee De(ImportDeCollectivitesId import)
        {
            var nom = Ligne.Source.Lire(FormatDesCollectivites.Nom) ?? Fiche?.Nom ?? "";
            return new LigneImportee
            {
                Import = import,
                Numero = Ligne.Numero,
                Cle = Ligne.Cle.Length > 100 ? Ligne.Cle[..100] : Ligne.Cle,
                Nom = nom,
                Etat = Ligne.Etat.ToString(),
                AEcrire = AEcrire,
                Cellules = JsonSerializer.Serialize(
                    Ligne
                        .Cellules.Where(c => c.EstModifiee || c.Gravite is not null)
                        .Select(c => new CelluleMontree(c.Lettre, c.Entete, c.Ancienne, c.Nouvelle, c.Gravite, c.Message))
                ),
                Messages = string.Join('\n', Ligne.Messages),
                Cible = Cible is null ? null : JsonSerializer.Serialize(Cible),
                Avant = AEcrire && Avant is not null ? JsonSerializer.Serialize(Avant) : null,
                Fiche = Fiche?.Id.Valeur,
                VersionLue = Fiche?.Version,
                Sort =
                    AEcrire ? SortDeLigne.EnAttente
                    : Ligne.Etat is EtatDeLigne.Erreur ? SortDeLigne.Refusee
                    : SortDeLigne.Inchangee,
            };
        }
    }
}
