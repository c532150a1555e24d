using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Collectivites;

/// <summary>Les personnes de la collectivité et leurs mandats.</summary>
public sealed partial class PageContacts(
    LireFicheDeCollectivite lire,
    TenirCollectivite tenir,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Option<Civilite?>> Civilites =
    [
        .. Enum.GetValues<Civilite>().Select(c => new Option<Civilite?>(c, c.Libelle())),
    ];

    private FicheDeCollectivite? _fiche;
    private SaisieDeContact? _contact;
    private SaisieDeMandat? _mandat;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private Retour? _retour;
    private bool _charge;
    private bool _gere;

    [Parameter]
    public Guid Id { get; set; }

    private DateOnly Aujourdhui => horloge.Aujourdhui;

    protected override Task OnParametersSetAsync() => ChargerAsync();

    private async Task ChargerAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _fiche = await lire.ExecuterAsync(acteur, new CollectiviteId(Id));
        _gere = acteur.Peut(Droits.GererCollectivites) && _fiche is { EstArchivee: false };
        _charge = true;
    }

    private void Nouveau()
    {
        Fermer();
        (_contact, _mandat) = (new SaisieDeContact(), new SaisieDeMandat { Debut = Aujourdhui });
    }

    private void Corriger(ContactDeFiche c)
    {
        Fermer();
        _contact = new SaisieDeContact
        {
            Id = c.Id,
            Civilite = c.Coordonnees.Civilite,
            Nom = c.Coordonnees.Nom,
            Prenom = c.Coordonnees.Prenom,
            Courriel = c.Coordonnees.Courriel,
            Telephone = c.Coordonnees.Telephone,
        };
    }

    private void NouveauMandat(ContactDeFiche c)
    {
        Fermer();
        _mandat = new SaisieDeMandat
        {
            Contact = c.Id,
            NomDuContact = c.NomComplet,
            Debut = Aujourdhui,
        };
    }

    private void Corriger(ContactDeFiche c, MandatDeFiche m)
    {
        Fermer();
        _mandat = new SaisieDeMandat
        {
            Id = m.Id,
            Contact = c.Id,
            NomDuContact = c.NomComplet,
            Role = m.Donnees.Role,
            Qualite = m.Donnees.Qualite,
            Debut = m.Donnees.Debut,
            Fin = m.Donnees.Fin,
            Deliberation = m.Donnees.Deliberation,
            DateDeLaDeliberation = m.Donnees.DateDeLaDeliberation,
        };
    }

    private void Fermer() => (_contact, _mandat, _erreurs, _retour) = (null, null, [], null);

    private Task EnregistrerContactAsync()
    {
        var c = _contact!;
        var coordonnees = new CoordonneesDeContact(c.Civilite, c.Nom ?? "", c.Prenom, c.Courriel, c.Telephone);
        if (c.Id is { } id)
        {
            return AgirAsync(
                (acteur, f) => tenir.ModifierContactAsync(acteur, f.Id, f.Version, id, coordonnees),
                "Le contact est enregistré."
            );
        }

        if (_mandat is { EstVide: false } && !MandatComplet())
        {
            return Task.CompletedTask;
        }

        var mandat = _mandat is { EstVide: false } ? _mandat.Lire() : null;
        return AgirAsync(
            (acteur, f) => tenir.AjouterContactAsync(acteur, f.Id, f.Version, coordonnees, mandat),
            "Le contact est ajouté."
        );
    }

    private Task EnregistrerMandatAsync()
    {
        if (!MandatComplet())
        {
            return Task.CompletedTask;
        }

        var (contact, mandat) = (_mandat!.Contact!.Value, _mandat.Lire());
        return _mandat.Id is { } id
            ? AgirAsync(
                (acteur, f) => tenir.CorrigerMandatAsync(acteur, f.Id, f.Version, contact, id, mandat),
                "Le mandat est enregistré."
            )
            : AgirAsync(
                (acteur, f) => tenir.OuvrirMandatAsync(acteur, f.Id, f.Version, contact, mandat),
                "Le mandat est ouvert."
            );
    }

    private bool MandatComplet()
    {
        _erreurs =
        [
            .. _mandat!.Role is null ? [new ErreurDeSaisie("role", "Choisissez le rôle.")] : Array.Empty<ErreurDeSaisie>(),
            .. _mandat.Debut is null
                ? [new ErreurDeSaisie("debut", "Indiquez le premier jour du mandat.")]
                : Array.Empty<ErreurDeSaisie>(),
        ];
        return _erreurs.Count == 0;
    }

    private async Task RetirerAsync(ContactDeFiche c)
    {
        await AgirAsync((acteur, f) => tenir.RetirerContactAsync(acteur, f.Id, f.Version, c.Id), "Le contact est retiré.");
        _retour = _retour?.Annulable(
            this,
            () =>
                AgirAsync(
                    (acteur, f) => tenir.AjouterContactAsync(acteur, f.Id, f.Version, c.Coordonnees),
                    "Le contact est remis."
                )
        );
    }

    /// <summary>En cas de conflit la fiche est relue et la saisie reste ouverte : la liste montre ce que l'autre a fait.</summary>
    private async Task AgirAsync(Func<Acteur, FicheDeCollectivite, Task> geste, string succes)
    {
        var retour = await operation.ExecuterAsync(async () => await geste(await acteurCourant.LireAsync(), _fiche!), succes);
        if (retour.Reussi || retour.Conflit)
        {
            await ChargerAsync();
        }

        if (retour.Reussi)
        {
            Fermer();
            _retour = retour;
        }
        else if (retour.Conflit)
        {
            _retour = retour with
            {
                Titre =
                    "Un collègue a enregistré cette fiche pendant votre saisie. Rien n'a été écrasé : la liste ci-dessous montre ses valeurs, votre saisie est gardée. Enregistrez de nouveau si elle convient encore.",
            };
        }
        else
        {
            (_erreurs, _retour) = Saisies.Repartir(retour);
        }
    }

    private sealed class SaisieDeContact
    {
        public Guid? Id { get; init; }

        public Civilite? Civilite { get; set; }

        public string? Nom { get; set; }

        public string? Prenom { get; set; }

        public string? Courriel { get; set; }

        public string? Telephone { get; set; }
    }
}
