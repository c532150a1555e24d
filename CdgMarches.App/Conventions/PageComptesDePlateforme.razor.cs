using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Conventions;

/// <summary>Les comptes de plateforme d'une collectivité, ouverts et fermés.</summary>
public sealed partial class PageComptesDePlateforme(
    LireComptesDePlateforme lire,
    OuvrirCompteDePlateforme ouvrir,
    FermerComptesDePlateforme fermer,
    HorlogeLegale horloge
) : PageDeConvention
{
    private Liste<LigneDeCompteDePlateforme>? _liste;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];
    private string? _titulaire;
    private string? _courriel;
    private DateOnly? _jour = horloge.Aujourdhui;
    private int _cle;
    private Confirmation? _fermeture;
    private LigneDeCompteDePlateforme? _aFermer;
    private DateOnly? _fermeLe = horloge.Aujourdhui;

    private async Task<PageDe<LigneDeCompteDePlateforme>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await ActeurCourant.LireAsync(), Convention, demande);

    private async Task OuvrirAsync()
    {
        _erreurs = _jour is null ? [new ErreurDeSaisie("ouvert-le", "Indiquez le jour de l'ouverture.")] : [];
        if (_erreurs.Count > 0)
        {
            return;
        }

        if (
            await AgirAsync(
                a => ouvrir.ExecuterAsync(a, Convention, _jour!.Value, _titulaire, _courriel),
                $"Le compte de {_titulaire} est ouvert."
            )
        )
        {
            (_titulaire, _courriel) = (null, null);
            _cle++;
            await _liste!.RechargerAsync();
        }
        else
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour!);
        }
    }

    /// <summary>Une fermeture ne se défait pas : elle se confirme, avec sa date.</summary>
    private async Task DemanderAsync(LigneDeCompteDePlateforme? compte)
    {
        (_aFermer, _fermeLe) = (compte, horloge.Aujourdhui);
        await _fermeture!.OuvrirAsync();
        StateHasChanged();
    }

    private async Task FermerAsync()
    {
        if (_fermeLe is not { } jour)
        {
            Retour = Retour.Refus("Indiquez le jour de la fermeture. Aucun compte n'a été fermé.");
            return;
        }

        Retour = await Operation.ExecuterAsync(async () =>
        {
            var fermes = await fermer.ExecuterAsync(await ActeurCourant.LireAsync(), Convention, _aFermer?.Id, jour);
            return $"{Formats.Compter(fermes, "compte est fermé", "comptes sont fermés")}.";
        });
        await _liste!.RechargerAsync();
    }
}
