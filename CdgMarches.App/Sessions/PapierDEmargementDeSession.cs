using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Composition = CdgMarches.App.Documents.Origine.Composition;

namespace CdgMarches.App.Sessions;

/// <summary>La feuille d'émargement d'une session, en paysage : les inscrits, puis des lignes pour qui vient sans s'être inscrit.</summary>
/// <remarks>RG6.25. Les présences signées sont ce que la refacturation des sessions produit en preuve.</remarks>
public sealed class PapierDEmargementDeSession(IDbContextFactory<MarchesDbContext> donnees) : IModeleDeDocument, IModeleDOrigine
{
    public const string Nature = "sessions.emargement";

    /// <summary>Combien de lignes restent libres pour les personnes venues sans s'inscrire.</summary>
    public const int LignesLibres = 8;

    private const string Personnes = "personnes";

    public string Code => Nature;

    public GenreDeDocument Genre => GenreDeDocument.FeuilleDEmargement;

    public string Titre => "Feuille d'émargement d'une session de présentation";

    public string ObjetType => nameof(SessionDePresentation);

    public string Droit => Droits.GererGroupements;

    public OrientationDePage Orientation => OrientationDePage.Paysage;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("session", "Titre de la session", "Présentation des parapheurs électroniques", Obligatoire: true),
        new("groupement", "Groupement", "Dématérialisation des procédures", Obligatoire: true),
        new("date_session", "Date de la session", "mardi 17 mars 2026", Obligatoire: true),
        new("horaire", "Horaire", "9 h 30 à 12 h 00", Obligatoire: true),
        new("lieu", "Lieu", "Salle des délibérations", Obligatoire: true),
        new("prestataires", "Prestataires qui présentent", "Prestataire A\nPrestataire B"),
        new("inscrits", "Nombre d'inscrits", "12 personnes inscrites"),
    ];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            Personnes,
            "Une personne inscrite par ligne, puis les lignes libres",
            [
                new("collectivite", "Collectivité", "Commune de Lens"),
                new("nom", "Nom", "Mme Aude Vasseur"),
                new("fonction", "Fonction, si la fiche de la collectivité la connaît", "Référent marchés"),
                new("signature", "Case de signature", ""),
            ]
        ),
    ];

    public void Composer(Composition page) =>
        page.Titre("Feuille d'émargement", "{{session}} — {{date_session}}, {{horaire}}, {{lieu}}")
            .Paragraphe("Session mutualisée de présentation, {{groupement}} — {{inscrits}}.")
            .Paragraphe("Prestataires qui présentent : {{prestataires}}")
            .Tableau(
                Personnes,
                12,
                new ColonneDeTableau("Collectivité", "{{collectivite}}", 6),
                new ColonneDeTableau("Nom", "{{nom}}", 5),
                new ColonneDeTableau("Fonction", "{{fonction}}", 5),
                new ColonneDeTableau("Signature", "{{signature}}", 6)
            )
            .Paragraphe("Les lignes libres sont pour les personnes venues sans s'être inscrites.");

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        var id = new SessionDePresentationId(objet);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var session =
            await contexte
                .SessionsDePresentation.AsNoTracking()
                .DuPerimetre(acteur)
                .SingleOrDefaultAsync(s => s.Id == id, annulation)
            ?? throw new DroitManquantException(Droit);
        if (session.EstAnnulee)
        {
            return [];
        }

        var inscrits = await InscritsAsync(contexte, session, annulation);
        var feuille = new DonneesDeFusion($"Feuille d'émargement — {session.Titre}, {Formats.DateLongue(session.Date)}")
        {
            Groupement = session.Groupement,
        };
        feuille
            .Champ("session", session.Titre)
            .Champ(
                "groupement",
                await contexte.Groupements.Where(g => g.Id == session.Groupement).Select(g => g.Nom).SingleAsync(annulation)
            )
            .Champ("date_session", Formats.DateAvecJour(session.Date))
            .Champ("horaire", $"{Formats.Heure(session.Debut)} à {Formats.Heure(session.Fin)}")
            .Champ("lieu", session.Lieu)
            .Champ("prestataires", session.Prestataires)
            .Champ("inscrits", Formats.Compter(inscrits.Count, "personne inscrite", "personnes inscrites"))
            .Table(
                Personnes,
                [.. inscrits, .. Enumerable.Repeat(new Ligne("", "", null), LignesLibres)],
                (l, ligne) =>
                    ligne
                        .Champ("collectivite", OuBlanc(l.Collectivite))
                        .Champ("nom", OuBlanc(l.Nom))
                        .Champ("fonction", OuBlanc(l.Fonction))
                        .Champ("signature", " ")
            );
        return [feuille];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var sessions = await contexte
            .SessionsDePresentation.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(s => s.AnnuleeLe == null)
            .OrderByDescending(s => s.Date)
            .Take(10)
            .Select(s => new
            {
                s.Id,
                s.Titre,
                s.Date,
            })
            .ToListAsync(annulation);
        return [.. sessions.Select(s => new ObjetDApercu(s.Id.Valeur, $"{s.Titre}, {Formats.DateLongue(s.Date)}"))];
    }

    private static async Task<List<Ligne>> InscritsAsync(
        MarchesDbContext contexte,
        SessionDePresentation session,
        CancellationToken annulation
    )
    {
        var inscrits = await (
            from i in contexte.Inscriptions
            join c in contexte.Collectivites on i.Collectivite equals c.Id
            where i.Session == session.Id && i.AnnuleeLe == null
            orderby c.CleDeTri, i.Personne, i.Id
            select new
            {
                c.Id,
                c.Nom,
                i.Personne,
                i.Courriel,
            }
        ).ToListAsync(annulation);
        var ids = inscrits.Select(i => i.Id).Distinct().ToList();
        var contacts = (
            await contexte.Collectivites.AsNoTracking().AsSplitQuery().Where(c => ids.Contains(c.Id)).ToListAsync(annulation)
        ).ToDictionary(c => c.Id, c => c.Contacts);
        return inscrits.ConvertAll(i => new Ligne(
            i.Nom,
            i.Personne,
            Fonction(contacts[i.Id], i.Personne, i.Courriel, session.Date)
        ));
    }

    /// <summary>La qualité du contact qui a cette adresse ou ce nom ; nulle si la fiche de la collectivité ne le connaît pas.</summary>
    private static string? Fonction(IReadOnlyList<Contact> contacts, string personne, string? courriel, DateOnly jour)
    {
        var cle = CleDeTri.De(personne);
        var contact =
            contacts.FirstOrDefault(c =>
                courriel is not null && string.Equals(c.Courriel, courriel, StringComparison.OrdinalIgnoreCase)
            ) ?? contacts.FirstOrDefault(c => CleDeTri.De(c.NomComplet) == cle || CleDeTri.De($"{c.Prenom} {c.Nom}") == cle);
        return contact?.Mandats.Where(m => m.EstEnVigueur(jour)).OrderBy(m => m.Role).FirstOrDefault() is { } mandat
            ? mandat.Qualite ?? mandat.Role.Libelle()
            : null;
    }

    /// <summary>Une case laissée blanche n'est pas une donnée qui manque.</summary>
    private static string OuBlanc(string? texte) => string.IsNullOrEmpty(texte) ? " " : texte;

    private sealed record Ligne(string Collectivite, string Nom, string? Fonction);
}
