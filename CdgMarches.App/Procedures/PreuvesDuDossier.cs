using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CdgMarches.App.Courriels;
using CdgMarches.App.Marches;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Ce que le dossier d'une procédure garde en plus de ses pièces : note et réponses, annexes, marchés, preuves d'envoi, papiers produits.</summary>
public sealed class PreuvesDuDossier(
    IDbContextFactory<MarchesDbContext> donnees,
    LireReponsesALaNote lireReponses,
    LireQuantitesGelees lireQuantites,
    LireMarche lireMarche,
    LireBpu lireBpu,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    /// <returns>Chaque entrée : son nom dans l'archive, son titre, son contenu que l'appelant ferme.</returns>
    public async IAsyncEnumerable<(string Nom, string Titre, Stream Contenu)> LireAsync(
        Acteur acteur,
        ConduiteLue conduite,
        [EnumeratorCancellation] CancellationToken annulation
    )
    {
        var procedure = conduite.Procedure;
        if (procedure.Note is { } note)
        {
            yield return ("note/note-d-organisation.txt", "Note d'organisation", Flux(Encoding.UTF8.GetBytes(note)));
            yield return (
                "note/reponses-des-membres.xlsx",
                "Réponses des membres à la note d'organisation",
                Flux(await ReponsesAsync(acteur, procedure, annulation))
            );
        }

        if (
            procedure.Consolidation is not null
            && await lireQuantites.AnnexeAsync(acteur, procedure.Id, annulation) is { } annexe
            && await lireQuantites.DqeAsync(acteur, procedure.Id, annulation) is { } dqe
        )
        {
            yield return ("annexes/annexe-des-membres.xlsx", "Annexe des membres", Flux(annexe.Contenu));
            yield return ("annexes/dqe.xlsx", "DQE", Flux(dqe.Contenu));
        }

        foreach (var marche in conduite.Marches)
        {
            if (await lireMarche.ExecuterAsync(acteur, marche.Id, annulation) is { } fiche)
            {
                var dossier = $"marches/{marche.Reference}";
                yield return (
                    $"{dossier}/marche.xlsx",
                    $"Marché {marche.Reference}",
                    Flux(ClasseurDuMarche.Ecrire(fiche, horloge.Aujourdhui))
                );
                yield return (
                    $"{dossier}/decp.json",
                    $"Données essentielles du marché {marche.Reference}",
                    Flux(Encoding.UTF8.GetBytes(fiche.Donnees.Json))
                );
                if (await lireBpu.ExecuterAsync(acteur, marche.Id, null, annulation) is { Version: { } version } bpu)
                {
                    yield return (
                        $"{dossier}/bpu-v{version.Numero.ToString(CultureInfo.InvariantCulture)}.xlsx",
                        $"Bordereau des prix du marché {marche.Reference}",
                        Flux(FormatDuBpu.Ecrire($"Bordereau des prix — {bpu.Objet}", version, bpu.Prix, horloge.Aujourdhui))
                    );
                }
            }
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var objets = await ObjetsAsync(contexte, conduite, annulation);
        yield return (
            "courriels.xlsx",
            "Courriels envoyés et leurs preuves",
            Flux(await CourrielsAsync(contexte, procedure, objets, annulation))
        );
        var papiers = await (
            from d in contexte.DocumentsProduits.AsNoTracking()
            join p in contexte.Pieces on d.Piece equals p.Id
            where objets.Contains(d.ObjetId)
            orderby d.ProduitLe
            select new { d.Titre, Piece = p }
        ).ToListAsync(annulation);
        foreach (var (papier, rang) in papiers.Select((p, rang) => (p, rang + 1)))
        {
            yield return (
                string.Create(CultureInfo.InvariantCulture, $"papiers/{rang:D3}-{papier.Piece.Nom}"),
                papier.Titre,
                magasin.Ouvrir(papier.Piece)
            );
        }
    }

    /// <summary>Ce dont les courriels et les papiers sont du dossier : la procédure, ses analyses, ses marchés.</summary>
    private static async Task<List<Guid>> ObjetsAsync(
        MarchesDbContext contexte,
        ConduiteLue conduite,
        CancellationToken annulation
    )
    {
        var analyses = await contexte
            .Analyses.Where(a => a.Procedure == conduite.Procedure.Id)
            .Select(a => a.Id)
            .ToListAsync(annulation);
        return [conduite.Procedure.Id.Valeur, .. analyses.Select(a => a.Valeur), .. conduite.Marches.Select(m => m.Id.Valeur)];
    }

    private async Task<byte[]> ReponsesAsync(Acteur acteur, Procedure procedure, CancellationToken annulation)
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille("Réponses")
            .Entetes(
                ColonneExcel.Texte("Membre"),
                ColonneExcel.Texte("Réponse"),
                ColonneExcel.Texte("Observation"),
                ColonneExcel.Date("Le")
            );
        foreach (
            var r in await TouteLaListe.LireAsync(
                new Demande(),
                d => lireReponses.ExecuterAsync(acteur, procedure.Id, d, annulation)
            )
        )
        {
            feuille.Ligne().Texte(r.Nom).Texte(r.EnClair).Texte(r.Texte).Date(r.Le is { } le ? horloge.Jour(le) : null);
        }

        classeur.LisezMoi(
            $"Réponses à la note d'organisation — {procedure.Objet}",
            $"{procedure.Reference} : accord, observation ou silence de chaque membre, réponse attendue le {Formats.DateLongue(procedure.NoteReponseAvant!.Value)}.",
            horloge.Aujourdhui
        );
        return classeur.Enregistrer();
    }

    private async Task<byte[]> CourrielsAsync(
        MarchesDbContext contexte,
        Procedure procedure,
        IReadOnlyList<Guid> objets,
        CancellationToken annulation
    )
    {
        var envois = await contexte
            .EnvoisDeCourriel.AsNoTracking()
            .Where(e => e.ObjetId != null && objets.Contains(e.ObjetId.Value))
            .OrderBy(e => e.DeposeLe)
            .Select(e => new
            {
                e.Destinataire,
                e.NomDestinataire,
                e.Objet,
                e.Etat,
                e.DeposeLe,
                e.EnvoyeLe,
                e.MessageId,
                e.CodeSmtp,
                e.LuLe,
            })
            .ToListAsync(annulation);
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille("Courriels")
            .Entetes(
                ColonneExcel.Texte("Destinataire"),
                ColonneExcel.Texte("Adresse"),
                ColonneExcel.Texte("Objet"),
                ColonneExcel.Texte("État"),
                ColonneExcel.Texte("Mis en file"),
                ColonneExcel.Texte("Envoyé"),
                ColonneExcel.Texte("Identifiant du message"),
                ColonneExcel.Entier("Code du serveur"),
                ColonneExcel.Texte("Lu")
            );
        foreach (var e in envois)
        {
            feuille
                .Ligne()
                .Texte(e.NomDestinataire)
                .Texte(e.Destinataire)
                .Texte(e.Objet)
                .Texte(e.Etat.Libelle())
                .Texte(Instant(e.DeposeLe))
                .Texte(Instant(e.EnvoyeLe))
                .Texte(e.MessageId)
                .Entier(e.CodeSmtp)
                .Texte(Instant(e.LuLe));
        }

        classeur.LisezMoi(
            $"Courriels — {procedure.Objet}",
            $"{procedure.Reference} : ce qui est parti, à qui, quand, et ce que le serveur a répondu.",
            horloge.Aujourdhui
        );
        return classeur.Enregistrer();
    }

    private string? Instant(DateTimeOffset? instant) =>
        instant is { } i ? horloge.Local(i).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;

    private static MemoryStream Flux(byte[] contenu) => new(contenu, writable: false);
}

/// <summary>Un marché en un classeur : sa fiche, ses avenants, ses sous-traitants, ses reconductions.</summary>
internal static class ClasseurDuMarche
{
    public static byte[] Ecrire(FicheDeMarche fiche, DateOnly jour)
    {
        var m = fiche.Marche;
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur.Feuille("Marché").Entetes(ColonneExcel.Texte("Donnée"), ColonneExcel.Texte("Valeur"));
        foreach (
            var (nom, valeur) in new[]
            {
                ("Référence", m.Reference),
                ("Objet", m.Objet),
                ("Titulaires", string.Join(", ", m.Titulaires.OrderBy(t => t.Numero).Select(t => $"{t.Nom} {t.Siret}".Trim()))),
                ("Contrat", m.Contrat.Libelle()),
                ("Montant initial", Formats.Montant(m.Montant)),
                ("Maximum", Formats.Montant(m.Maximum)),
                ("Consommé", Formats.Montant(m.Consomme)),
                ("Signé le", Formats.DateCourte(m.SigneLe)),
                ("Transmis le", Formats.DateCourte(m.TransmisLe)),
                ("Notifié le", Formats.DateCourte(m.NotifieLe)),
                ("Début", Formats.DateCourte(m.Debut)),
                ("Fin", Formats.DateCourte(m.Fin)),
                ("État", m.Etat.Libelle()),
                ("Membres informés de la notification", $"{fiche.Informes} sur {fiche.Membres}"),
            }
        )
        {
            feuille.Ligne().Texte(nom).Texte(valeur);
        }

        var avenants = classeur
            .Feuille("Avenants")
            .Entetes(
                ColonneExcel.Entier("N°"),
                ColonneExcel.Texte("Objet"),
                ColonneExcel.Texte("Cas"),
                ColonneExcel.Montant("Montant HT"),
                ColonneExcel.Date("Avis de la CAO le"),
                ColonneExcel.Date("Signé le")
            );
        foreach (var a in m.Avenants.OrderBy(a => a.Numero))
        {
            avenants
                .Ligne()
                .Entier(a.Numero)
                .Texte(a.Objet)
                .Texte(a.Cas.Libelle())
                .Montant(a.MontantCentimes)
                .Date(a.AvisDeLaCaoLe)
                .Date(a.SigneLe);
        }

        var traitants = classeur
            .Feuille("Sous-traitants")
            .Entetes(
                ColonneExcel.Texte("Sous-traitant"),
                ColonneExcel.Texte("SIRET"),
                ColonneExcel.Texte("Prestations"),
                ColonneExcel.Date("Reçu le"),
                ColonneExcel.Date("Décidé le")
            );
        foreach (var s in m.SousTraitants.OrderBy(s => s.Numero))
        {
            traitants.Ligne().Texte(s.Nom).Texte(s.Siret).Texte(s.Prestations).Date(s.RecuLe).Date(s.DecideLe ?? s.SilenceLe);
        }

        var reconductions = classeur
            .Feuille("Reconductions")
            .Entetes(
                ColonneExcel.Entier("N°"),
                ColonneExcel.Texte("Mode"),
                ColonneExcel.Date("À décider avant le"),
                ColonneExcel.Date("Décidée le"),
                ColonneExcel.Texte("Décision")
            );
        foreach (var r in m.Reconductions.OrderBy(r => r.Numero))
        {
            reconductions
                .Ligne()
                .Entier(r.Numero)
                .Texte(r.Mode.Libelle())
                .Date(r.DecisionAvant)
                .Date(r.DecideeLe)
                .Texte(
                    r.EstReconduit switch
                    {
                        true => "Reconduit",
                        false => "Non reconduit",
                        null => "À décider",
                    }
                );
        }

        classeur.LisezMoi($"Marché {m.Reference} — {m.Objet}", fiche.NomDuGroupement, jour);
        return classeur.Enregistrer();
    }
}
