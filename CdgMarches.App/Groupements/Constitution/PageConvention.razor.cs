using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>La convention d'un groupement : ce qui l'a fait entrer en vigueur ou lui manque, ses parties, ses termes, son corpus.</summary>
public sealed partial class PageConvention(
    LireConvention lire,
    OuvrirConvention ouvrir,
    ModifierConvention modifier,
    AjouterDocumentOpposable ajouter,
    HorlogeLegale horloge
) : PageDeGroupement
{
    private static readonly IReadOnlyList<Option<GenreDeDocumentOpposable>> Genres =
    [
        .. Enum.GetValues<GenreDeDocumentOpposable>().Select(g => new Option<GenreDeDocumentOpposable>(g, g.Libelle())),
    ];

    private FicheConvention? _convention;
    private SaisieDeTermes _termes = new();
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private SaisieDeTermes _termesLus = new();
    private Conflit<SaisieDeTermes>? _conflit;
    private string? _motif;
    private bool _coordonnateurSeul;
    private DateOnly? _transmise;
    private DateOnly? _publiee;
    private GenreDeDocumentOpposable _genre;
    private string? _document;
    private DateOnly? _du = horloge.Aujourdhui;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos };

    private IReadOnlyList<ActeDeLaFrise> Frise =>
        [
            new("Dernière signature", _convention!.DerniereSignature, "CCP, art. L2113-7"),
            new("Transmission", _convention.TransmiseLe, "CGCT, art. L2131-1"),
            .. Fiche!.Regles.PublicationRequise
                ? [new ActeDeLaFrise("Publication", _convention.PublieeLe, "CGCT, art. L2131-1")]
                : Array.Empty<ActeDeLaFrise>(),
            new("Entrée en vigueur", _convention.Vigueur.Le, "La plus tardive de ces dates"),
        ];

    private string Terme =>
        (_convention!.Termes.Duree, _convention.Terme) switch
        {
            (DureeDeConvention.Indeterminee, _) => "Durée indéterminée",
            (_, { } terme) => $"{Formats.DateLongue(terme)} — {_convention.Termes.Duree.Libelle().ToLower(Francais.Culture)}",
            _ => "Jusqu'à l'échéance des marchés : aucun marché n'est encore enregistré, le terme ne peut pas être annoncé.",
        };

    private string Faits
    {
        get
        {
            var i = _convention!.Termes.Integration;
            return string.Join(
                ", ",
                new[]
                {
                    i.Signe ? "signe" : "ne signe pas",
                    i.Notifie ? "notifie" : "ne notifie pas",
                    i.Execute ? "exécute" : "n'exécute pas",
                    i.Paie ? "paie" : "ne paie pas : chaque membre paie sa part",
                }
            );
        }
    }

    protected override async Task ApresLectureAsync()
    {
        await RelireAsync();
        if (Fiche is not null)
        {
            (_termes, _termesLus) = (Termes(Fiche), Termes(Fiche));
            _coordonnateurSeul =
                Fiche.Regles.ModeDAdhesion is ModeDAdhesion.ParFenetre && Fiche.Membres > LireConvention.ResponsablesAuPlus;
        }
    }

    private SaisieDeTermes Termes(FicheGroupement fiche) =>
        _convention is null ? SaisieDeTermes.De(fiche) : SaisieDeTermes.De(_convention.Termes);

    private async Task RelireAsync()
    {
        _convention = Fiche is null ? null : await lire.ExecuterAsync(await ActeurCourant.LireAsync(), Groupement);
        (_transmise, _publiee) = (_convention?.TransmiseLe, _convention?.PublieeLe);
    }

    private async Task OuvrirAsync()
    {
        if (LireTermes() is { } termes)
        {
            await FaireAsync(
                acteur => ouvrir.ExecuterAsync(acteur, Groupement, termes, _coordonnateurSeul),
                "La convention est ouverte."
            );
        }
    }

    private async Task CorrigerAsync()
    {
        _conflit = null;
        if (LireTermes() is not { } termes)
        {
            return;
        }

        _conflit = await EnregistrerAsync(
            acteur =>
                modifier.ExecuterAsync(
                    acteur,
                    Groupement,
                    _convention!.Version,
                    new ChangementDeConvention.TermesCorriges(termes, _motif)
                ),
            "Les termes sont enregistrés.",
            new Comparaison<SaisieDeTermes>(
                _termes,
                _termesLus,
                RelireTermesAsync,
                SaisieDeTermes.Champs,
                nameof(ConventionConstitutive),
                _convention!.Id
            )
        );
        if (_conflit is null && Retour is { Reussi: true })
        {
            (_termesLus, _motif) = (await RelireTermesAsync() ?? _termesLus, null);
        }
    }

    private async Task<SaisieDeTermes?> RelireTermesAsync()
    {
        await RelireAsync();
        return _convention is null ? null : SaisieDeTermes.De(_convention.Termes);
    }

    private async Task GarderAsync(Conflit<SaisieDeTermes> conflit)
    {
        _termes = conflit.Mienne;
        await CorrigerAsync();
    }

    private void Prendre(Conflit<SaisieDeTermes> conflit) => (_termes, _conflit) = (conflit.Sienne, null);

    private TermesDeConvention? LireTermes()
    {
        var termes = _termes.Lire();
        _erreurs =
        [
            .. termes.Examiner().Obstacles.Where(o => o.Champ is not null).Select(o => new ErreurDeSaisie(o.Champ!, o.Message)),
        ];
        return _erreurs.Count == 0 ? termes : null;
    }

    private Task<bool> DaterFormalitesAsync() =>
        ChangerAsync(
            new ChangementDeConvention.Formalites(_transmise, _publiee),
            "Les formalités de la convention sont enregistrées."
        );

    private async Task DeposerAsync(FichierRecu fichier)
    {
        if (_du is not { } du)
        {
            Retour = Retour.Refus("Indiquez le jour à compter duquel le document vaut. Rien n'a été gardé.");
            return;
        }

        await FaireAsync(
            async acteur =>
            {
                await using var contenu = File.OpenRead(fichier.Chemin);
                await ajouter.ExecuterAsync(
                    acteur,
                    Groupement,
                    _convention!.Version,
                    _genre,
                    _document ?? fichier.Nom,
                    du,
                    contenu,
                    fichier.Nom
                );
            },
            "Le document est au corpus."
        );
    }

    private Task<bool> ChangerAsync(ChangementDeConvention changement, string succes) =>
        FaireAsync(acteur => modifier.ExecuterAsync(acteur, Groupement, _convention!.Version, changement), succes);

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        var fait = await AgirAsync(action, succes);
        if (fait)
        {
            await RelireAsync();
        }

        return fait;
    }

    private static string Dire(string texte) => texte.Length == 0 ? Formats.Absent : texte;
}
